/** Optimiser steps and weight averaging in place: as many weights in one dispatch as the device has bindings for. */
import type * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {adamRule} from "../optimisers/adam.js";
import {averageRule} from "../optimisers/average-weights.js";
import {momentumRule, nesterovRule} from "../optimisers/momentum.js";
import {centredRule, rmspropRule} from "../optimisers/rmsprop.js";
import {type Parts, partsOf, type Rule, type UpdateCall} from "../optimisers/rule.js";
import {sgdRule} from "../optimisers/sgd.js";
import {
  maxBuffers,
  type ProgramBuffer,
  type ProgramUniform,
  runInPlace,
} from "./in-place-program.js";

type Pairs = Parts<tf.TensorInfo>["pairs"];

/** The rule in WGSL: statements that set w, given w, g, the params by these names, and slots at s0, s1, s2. */
interface Shader {
  readonly params: readonly string[];
  readonly code: string;
}

const momentumStep = "slots[s0] = momentum * slots[s0] + g;";
const squares = "slots[s0] = slots[s0] * decay + g * g * rest;";
const rmspropParams = ["decay", "rest", "momentum", "rate", "epsilon"];

export const optimisers: readonly Kernel[] = [
  optimiser(sgdRule, {params: ["rate"], code: "w = rate * g + w;"}),
  optimiser(momentumRule, {
    params: ["momentum", "rate"],
    code: `${momentumStep} w = rate * slots[s0] + w;`,
  }),
  optimiser(nesterovRule, {
    params: ["momentum", "rate"],
    code: `${momentumStep} w = rate * (g + slots[s0] * momentum) + w;`,
  }),
  optimiser(adamRule, {
    params: ["beta1", "rest1", "beta2", "rest2", "c1", "c2", "epsilon", "rate"],
    code: `
      slots[s0] = slots[s0] * beta1 + g * rest1;
      slots[s1] = slots[s1] * beta2 + g * g * rest2;
      w = slots[s0] / c1 / (sqrt(slots[s1] / c2) + epsilon) * rate + w;`,
  }),
  optimiser(rmspropRule, {
    params: rmspropParams,
    code: `${squares}
      slots[s1] = slots[s1] * momentum + g * rate / sqrt(slots[s0] + epsilon);
      w = w - slots[s1];`,
  }),
  optimiser(centredRule, {
    params: rmspropParams,
    code: `${squares}
      slots[s2] = slots[s2] * decay + g * rest;
      let under = slots[s0] - (slots[s2] * slots[s2] + epsilon);
      slots[s1] = slots[s1] * momentum + g * rate / sqrt(under);
      w = w - slots[s1];`,
  }),
  optimiser(averageRule, {params: ["share"], code: "w = w + (g - w) * share;"}),
];

function optimiser(rule: Rule, shader: Shader): Kernel {
  return {
    name: rule.kernel,
    make: () => (args) => {
      const {inputs, attrs} = args as unknown as UpdateCall;
      const backend = args.backend as tf.KernelBackend;
      const {pairs, slots} = partsOf(inputs, attrs.starts);
      const most = Math.floor((maxBuffers(backend) - (slots ? 1 : 0)) / 2);
      for (const batch of batches(pairs, most)) {
        const parts = {pairs: batch, slots};
        dispatch(backend, rule, shader, parts, attrs.params);
      }
      return [];
    },
  };
}

/** In their order. What one pair writes no other of its batch may read or write. */
function batches(pairs: Pairs, most: number): Pairs[] {
  const result: Pairs[number][][] = [];
  for (const pair of pairs) {
    const batch = result.at(-1);
    if (batch && batch.length < most && !batch.some((other) => areEntangled(pair, other)))
      batch.push(pair);
    else result.push([pair]);
  }
  return result;
}

function areEntangled(a: Pairs[number], b: Pairs[number]): boolean {
  return [b.w.dataId, b.g.dataId].includes(a.w.dataId) || a.g.dataId === b.w.dataId;
}

function dispatch(
  backend: tf.KernelBackend,
  rule: Rule,
  shader: Shader,
  {pairs, slots}: Parts<tf.TensorInfo>,
  params: readonly number[],
): void {
  // Weights that are their own gradients are bound once.
  const own = pairs.map(({w, g}) => w.dataId === g.dataId);
  runInPlace(backend, {
    key: `${rule.kernel} ${own.map(Number).join("")}`,
    buffers: [
      ...pairs.flatMap(({w, g}, i): ProgramBuffer[] => [
        {name: `w${i}`, tensor: w, access: "read_write"},
        ...(own[i] ? [] : [{name: `g${i}`, tensor: g, access: "read"} as const]),
      ]),
      ...(slots ? [{name: "slots", tensor: slots, access: "read_write"} as const] : []),
    ],
    uniforms: [
      ...shader.params.map((name, i): ProgramUniform => ({name, type: "f32", value: params[i]!})),
      {name: "kindLength", type: "i32", value: slots?.shape[1] ?? 0},
      ...pairs.map(
        ({start}, i): ProgramUniform => ({name: `start${i}`, type: "i32", value: start}),
      ),
    ],
    code: source(shader, own),
    count: pairs.reduce((total, {w}) => total + w.shape.reduce((a, b) => a * b, 1), 0),
  });
}

/** The weights of a batch as one list: an index that is not below the first one's length belongs to the next ones. */
function source({params, code}: Shader, own: readonly boolean[]): string {
  const parts = own.map(
    (isOwn, i) => `
  if (i < uniforms.w${i}Length) {
    w${i}[i] = moved(w${i}[i], ${isOwn ? "w" : "g"}${i}[i], uniforms.start${i} + i);
    return;
  }
  i -= uniforms.w${i}Length;`,
  );
  return `
fn moved(old: f32, g: f32, s0: i32) -> f32 {
  let s1 = s0 + uniforms.kindLength;
  let s2 = s1 + uniforms.kindLength;
  ${params.map((name) => `let ${name} = uniforms.${name};`).join("\n  ")}
  var w = old;
  ${code}
  return w;
}
fn main(index: i32) {
  var i = index;
  ${parts.join("")}
}`;
}

/** A picture on its way out of noise, with who looks at whom in each step. */
import type {NdArray} from "../../lib/array.js";
import {type Images, toBytes} from "../../lib/image.js";
import {networkInputs} from "../../lib/models/flow/ask-network.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {euler} from "../../lib/models/flow/flow-samplers.js";
import {type SamplerStep, traceOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {lookNames, type TransformerShape} from "../../lib/models/flow/transformer.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {side} from "../shared/digit-flow/digit-flow.js";

/** What a network says of some pictures, and the looks of all layers and heads, [n, L, H, q, k] flat. */
export interface Opened {
  readonly said: Float32Array;
  readonly looks: Float32Array;
}

export type Open = (x: Float32Array, t: number, told: Float32Array) => Promise<Opened>;

/** `denoiser`, opened: the layers stay its own. */
export function opened(denoiser: tf.LayersModel, shape: TransformerShape): Open {
  const looks = lookNames(shape)
    .flat()
    .map((name) => denoiser.getLayer(name).output as tf.SymbolicTensor);
  const network = tf.model({inputs: denoiser.inputs, outputs: [denoiser.outputs[0]!, ...looks]});
  return async (x, t, told) => {
    const count = x.length / (side * side);
    const [said, seen] = tf.tidy(() => {
      const condition = tf.tensor2d(told, [count, told.length / count]);
      const pictures = tf.tensor4d(x, [count, side, side, 1]);
      const inputs = networkInputs(network, pictures, new Array<number>(count).fill(t), condition);
      const [out, ...each] = network.predictOnBatch(inputs) as tf.Tensor[];
      return [out!, tf.stack(each, 1)];
    });
    const read = {
      said: (await said.data()) as Float32Array,
      looks: (await seen.data()) as Float32Array,
    };
    tf.dispose([said, seen]);
    return read;
  };
}

export interface LookedWay {
  readonly trace: readonly SamplerStep[];
  /** Of each step but the last. */
  readonly looks: readonly Float32Array[];
}

/** The way of `start` [n, 14, 14, 1] in `steps` steps of Euler, told [n, K]. */
export async function lookedWay(
  {kind, path}: Pick<FlowModel, "kind" | "path">,
  open: Open,
  {start, told, steps}: {start: Float32Array; told: Float32Array; steps: number},
): Promise<LookedWay> {
  const looks: Float32Array[] = [];
  const denoise = async (x: Float32Array, t: number) => {
    const {said, looks: seen} = await open(x, t, told);
    looks.push(seen);
    return said;
  };
  const random = new Random(1);
  const trace = await traceOf(euler({denoise, kind, path, times: timesOf(steps), start, random}));
  return {trace, looks};
}

/** Shares as bytes, 255 being 1, [steps, L, H, q, k]. */
export function lookBytes(
  looks: readonly Float32Array[],
  shape: readonly number[],
): NdArray<Uint8Array> {
  const size = looks[0]!.length;
  const data = new Uint8Array(looks.length * size);
  for (const [i, look] of looks.entries())
    data.set(
      look.map((share) => Math.round(255 * share)),
      i * size,
    );
  return {data, shape: [looks.length, ...shape]};
}

/** Share of all looking that goes to the last of `keys` tokens. */
export function shareOfLast(looks: readonly ArrayLike<number>[], keys: number): number {
  let [last, all] = [0, 0];
  for (const look of looks)
    for (let i = 0; i < look.length; i++) {
      all += look[i]!;
      if (i % keys === keys - 1) last += look[i]!;
    }
  return last / all;
}

export function picturesOf(
  trace: readonly SamplerStep[],
  part: "x" | "clean",
): ReturnType<typeof toBytes> {
  const data = new Float32Array(trace.length * side * side);
  for (const [i, step] of trace.entries()) data.set(step[part], i * side * side);
  return toBytes({data, shape: [trace.length, side, side, 1]} satisfies Images);
}

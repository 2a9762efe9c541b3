import "@tensorflow/tfjs-backend-cpu";
import {afterEach, beforeAll, describe, expect, test, vi} from "vitest";
import {optimisers} from "../../../lib/kernels/wasm/optimisers.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {normal} from "./checks.js";
import {gradients, make, rules, steps, valuesOf, variables} from "./optimiser-cases.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

describe.each(rules)("$name $args", (one) => {
  test("after its first step it allocates nothing", async () => {
    const {wasm} = tf.backend() as unknown as {wasm: {_malloc(bytes: number): number}};
    const weights = variables();
    const optimiser = make(one, true);
    const [first, second] = [gradients(weights, 0), gradients(weights, 1)];
    optimiser.applyGradients(first);
    const malloc = vi.spyOn(wasm, "_malloc");
    const before = tf.memory();
    for (let i = 0; i < 3; i++) optimiser.applyGradients(second);
    expect(tf.memory()).toEqual(before);
    expect(malloc).not.toHaveBeenCalled();
    malloc.mockRestore();
    tf.dispose([...first, ...second].map(({tensor}) => tensor));
  });

  test("dispose frees what it made", async () => {
    const before = tf.memory().numTensors;
    const weights = variables();
    const optimiser = make(one, true);
    steps(optimiser, weights, 0, 2);
    const saved = await optimiser.getWeights();
    expect(await optimiser.getWeights()).toHaveLength(saved.length);
    // The number of steps is the caller's, as in TF.js.
    tf.dispose([saved[0]!.tensor, ...weights]);
    optimiser.dispose();
    expect(tf.memory().numTensors - before).toBe(1);
  });

  test("whoever shares a variable's values keeps the old ones", async () => {
    const made = normal([3, 5], new Random(1));
    const [a, b] = [tf.variable(made), tf.variable(made)];
    const optimiser = make(one, true);
    const shared = [made, tf.clone(a), tf.reshape(b, [15])];
    const old = await valuesOf(shared);
    steps(optimiser, [a, b], 0, 3);
    const later = tf.clone(a);
    const middle = await valuesOf([later]);
    steps(optimiser, [a, b], 3, 6);
    expect(await valuesOf(shared)).toEqual(old);
    expect(await valuesOf([later])).toEqual(middle);

    const [c, d] = [tf.variable(made), tf.variable(made)];
    steps(make(one, false), [c, d], 0, 6);
    expect(await valuesOf([a, b])).toEqual(await valuesOf([c, d]));
  });
});

test("weights and slots follow to another back end", async () => {
  const [ours, stock] = [variables(), variables()];
  const [a, b] = rules.slice(0, 1).flatMap((one) => [make(one, true), make(one, false)]);
  for (const [i, backend] of ["wasm", "cpu", "wasm"].entries()) {
    await tf.setBackend(backend);
    steps(a!, ours, 2 * i, 2 * i + 2);
    steps(b!, stock, 2 * i, 2 * i + 2);
  }
  expect(await valuesOf(ours)).toEqual(await valuesOf(stock));
});

test("where the compiled code can't run, the composition takes over", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const w = tf.variable(tf.tensor1d([1, 2]));
  const averageKernel = optimisers.find(({name}) => name === "AverageWeights")!;
  averageKernel.make(undefined)({
    inputs: [w, tf.tensor1d([3, 6])] as unknown as tf.NamedTensorInfoMap,
    attrs: {starts: [0], params: [0.5]},
    backend: {},
  });
  expect([...(await w.data())]).toEqual([2, 4]);
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});

import {afterEach, beforeAll, expect, test} from "vitest";
import {straightPath} from "../../../../lib/models/flow/path.js";
import {planeFlow} from "../../../../lib/models/flow/plane-flow.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const options = {
  path: straightPath,
  kind: "velocity",
  timeDraw: "uniform",
  learningRate: 0.005,
  decaySteps: 0,
  width: 16,
  averaging: 0.9,
} as const;

test("a seed gives the same network, another seed another one", async () => {
  const stateOf = (seed: number) => planeFlow(options, new Random(seed)).state();
  expect(await stateOf(1)).toStrictEqual(await stateOf(1));
  expect(await stateOf(1)).not.toStrictEqual(await stateOf(2));
});

test("a network that is told classes is told them apart, and answers untold", async () => {
  const flow = planeFlow({...options, classes: 3, conditionDrop: 0.2}, new Random(1));
  expect(flow.conditionSize).toBe(3);
  const x = Float32Array.of(0.5, 0.5);
  const untold = await flow.denoise(x, 0.2);
  expect(await flow.denoise(x, 0.2, Float32Array.of(0, 0, 0))).toEqual(untold);
  const told = await flow.denoise(x, 0.2, Float32Array.of(1, 0, 0));
  expect(told).not.toEqual(untold);
  expect(await flow.denoise(x, 0.2, Float32Array.of(0, 1, 0))).not.toEqual(told);
});

test("says something of the place and of the time, and less wrong after some steps", async () => {
  const flow = planeFlow(options, new Random(1));
  const x = tf.tensor2d(
    new Random(2).normals(256).map((v) => 0.1 * v + 0.5),
    [128, 2],
  );
  const random = new Random(3);
  const first = (await flow.step({x}, random)).loss;
  let last = 0;
  for (let i = 0; i < 150; i++) last = (await flow.step({x}, random)).loss;
  expect(last).toBeLessThan(0.7 * first);
  const [here, there, later] = [
    await flow.denoise(Float32Array.of(0.5, 0.5), 0.2),
    await flow.denoise(Float32Array.of(-1, 0.5), 0.2),
    await flow.denoise(Float32Array.of(0.5, 0.5), 0.9),
  ];
  expect(there).not.toEqual(here);
  expect(later).not.toEqual(here);
});

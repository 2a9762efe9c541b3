import {afterAll, beforeAll, expect, test} from "vitest";
import type {Images} from "../../../lib/image.js";
import {initialise} from "../../../lib/models/initial-weights.js";
import {kindNetwork} from "../../../lib/models/kind-classifier.js";
import {looksAt} from "../../../lib/models/picture-looks.js";
import {StyleTransfer} from "../../../lib/models/style-transfer.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const side = 16;
const noise = (seed: number): Images => ({
  data: new Random(seed).normals(side * side * 3).map((v) => Math.max(-1, Math.min(1, v / 3))),
  shape: [1, side, side, 3],
});
const even: Images = {
  data: new Float32Array(side * side * 3).fill(-0.4),
  shape: [1, side, side, 3],
};
let network: tf.Sequential;
let x: tf.Tensor2D;

beforeAll(async () => {
  await startWasm();
  network = kindNetwork(4);
  initialise(network, new Random(1), "he");
  x = tf.ones([1, 1]);
});
afterAll(() => {
  network.dispose();
  x.dispose();
});

const weights = {contentWeight: 1, styleWeight: 100, smoothness: 0, learningRate: 0.03};
const transfer = (more: Partial<ConstructorParameters<typeof StyleTransfer>[0]> = {}) =>
  new StyleTransfer({
    ...{start: noise(1), content: noise(1), style: even, network, depth: 3, scales: 2},
    ...weights,
    ...more,
  });

test("looks halve, and see as many maps as there are convolutions", () => {
  tf.tidy(() => {
    const looks = looksAt(network, tf.zeros([1, side, side, 3]), 3);
    const sides = looks.map((maps) => maps.map(({shape}) => shape[1]));
    expect(sides).toEqual([
      [16, 8, 4],
      [8, 4, 2],
      [4, 2, 1],
    ]);
  });
});

test("from the content picture content is 0, and the style gets nearer step by step", async () => {
  const model = transfer();
  expect((await model.picture()).data).toEqual(noise(1).data);
  const first = await model.step({x});
  expect(first.content).toBe(0);
  expect(first.loss).toBeCloseTo(100 * first.style, 4);
  let last = first;
  for (let i = 0; i < 12; i++) last = await model.step({x});
  expect(last.style).toBeLessThan(first.style / 2);
  expect(last.content).toBeGreaterThan(0);
  const {data} = await model.picture();
  expect(Math.max(...data.map(Math.abs))).toBeLessThanOrEqual(1);
  model.dispose();
});

test("without style it stays the content picture, and goes back to it from noise", async () => {
  const still = transfer({styleWeight: 0});
  await still.step({x});
  expect((await still.picture()).data).toEqual(noise(1).data);
  still.dispose();
  const back = transfer({styleWeight: 0, start: noise(2)});
  const before = (await back.step({x})).content;
  for (let i = 0; i < 12; i++) await back.step({x});
  expect((await back.step({x})).content).toBeLessThan(before / 2);
  back.dispose();
});

test("the style picture as a start has the style, and weights hold from the next step on", async () => {
  const model = transfer({start: even, style: even});
  const first = await model.step({x});
  expect(first.style).toBeCloseTo(0, 6);
  model.set("contentWeight", 3);
  const second = await model.step({x});
  expect(second.loss).toBeCloseTo(3 * second.content + 100 * second.style, 3);
  expect(() => model.set("weight", 1)).toThrow("unknown live param: weight");
  model.dispose();
});

test("the network stands still, and nothing is left behind", async () => {
  const before = [...network.getWeights()[0]!.dataSync()];
  const tensors = tf.memory().numTensors;
  const model = transfer();
  await model.step({x});
  const made = tf.memory().numTensors;
  await model.step({x});
  expect(tf.memory().numTensors).toBe(made);
  model.dispose();
  expect(tf.memory().numTensors).toBe(tensors);
  expect([...network.getWeights()[0]!.dataSync()]).toEqual(before);
});

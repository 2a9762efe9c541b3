import {afterEach, beforeAll, expect, test} from "vitest";
import {Adam} from "../../../lib/models/adam.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/gan.json";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const options = {learningRate: 0.01, beta1: 0.5, beta2: 0.99};

test("five steps equal PyTorch's", async () => {
  const weights = [tf.variable(tf.tensor1d([0.5])), tf.variable(tf.tensor2d([[-1, 2]]))];
  const adam = new Adam(weights, options);
  for (const [step, expected] of reference.adam.entries()) {
    const factor = (step + 1) * (-1) ** Math.floor(step / 2);
    const [a, b, c] = [0.3, -2, 1e-6].map((g) => g * factor);
    adam.apply([tf.tensor1d([a!]), tf.tensor2d([[b!, c!]])]);
    const values = [...(await weights[0]!.data()), ...(await weights[1]!.data())];
    for (const [i, value] of values.entries()) expect(value).toBeCloseTo(expected[i]!, 6);
  }
});

test("the first step is the learning rate, whatever the size of the gradient", async () => {
  const weight = tf.variable(tf.tensor1d([0, 0, 0]));
  new Adam([weight], options).apply([tf.tensor1d([1e-3, -1, 1e3])]);
  for (const [i, sign] of [-1, 1, -1].entries())
    expect((await weight.data())[i]).toBeCloseTo(0.01 * sign, 5);
});

test("a new learning rate holds from the next step", async () => {
  const weight = tf.variable(tf.tensor1d([1]));
  const adam = new Adam([weight], options);
  adam.learningRate = 0;
  adam.apply([tf.tensor1d([1])]);
  expect((await weight.data())[0]).toBe(1);
});

test("state and restore go on bit-equal; a wrong state changes nothing", async () => {
  const random = new Random(3);
  const gradients = Array.from({length: 8}, () => tf.tensor1d(random.normals(4)));
  const weight = tf.variable(tf.tensor1d([1, 2, 3, 4]));
  const adam = new Adam([weight], options);
  for (const gradient of gradients.slice(0, 5)) adam.apply([gradient]);
  const state = await adam.state("adam");
  const kept = tf.clone(weight);
  for (const gradient of gradients.slice(5)) adam.apply([gradient]);
  const straight = await weight.data();

  const other = new Adam([weight], {...options});
  weight.assign(kept);
  other.restore("adam", state);
  expect(other.steps).toBe(5);
  for (const wrong of [
    {},
    {...state, "adam/m": {data: new Float32Array(3), shape: [3]}},
    {...state, "adam/v": {data: new Float32Array(3), shape: [4]}},
  ])
    expect(() => other.restore("adam", wrong)).toThrow(/(missing|invalid).*adam\//);
  for (const gradient of gradients.slice(5)) other.apply([gradient]);
  expect(await weight.data()).toEqual(straight);
});

test("a step leaves no tensor behind", () => {
  const weight = tf.variable(tf.tensor1d([1, 2]));
  const adam = new Adam([weight], options);
  const gradient = tf.tensor1d([1, 2]);
  const before = tf.memory().numTensors;
  adam.apply([gradient]);
  expect(tf.memory().numTensors).toBe(before);
});

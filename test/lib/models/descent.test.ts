import {beforeAll, expect, test} from "vitest";
import {descend, gradientLength} from "../../../lib/models/descent.js";
import {PlainDescent} from "../../../lib/models/plain-descent.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const variable = (values: number[]) => tf.tidy(() => tf.variable(tf.tensor1d(values)));

/** L = 3 a² + b, from a = [1, 2] and b = [4]: its gradients are 6 a and 1. */
function onePass() {
  const [a, b] = [variable([1, 2]), variable([4])];
  const optimiser = new PlainDescent([a, b], {learningRate: 0.5});
  const squares = () => tf.mul(3, tf.square(a));
  const result = tf.tidy(() => {
    const {loss, terms, gradients} = descend(optimiser, () => {
      const terms = squares();
      return {terms, loss: tf.add(tf.sum(terms), tf.sum(b)) as tf.Scalar};
    });
    return [loss, terms, ...gradients, gradientLength(gradients)].map((x) => [...x.dataSync()]);
  });
  const weights = [a, b].map((weight) => [...weight.dataSync()]);
  tf.dispose([a, b]);
  return {result, weights};
}

test("the weights move against the gradient, and what was seen is from before", () => {
  const {result, weights} = onePass();
  const [loss, terms, ofA, ofB, length] = result;
  expect(loss).toEqual([3 + 12 + 4]);
  expect(terms).toEqual([3, 12]);
  expect(ofA).toEqual([6, 12]);
  expect(ofB).toEqual([1]);
  expect(length![0]).toBeCloseTo(Math.sqrt(36 + 144 + 1), 5);
  expect(weights).toEqual([[1 - 3, 2 - 6], [4 - 0.5]]);
});

test("no tensor is left behind", () => {
  onePass();
  const before = tf.memory().numTensors;
  onePass();
  expect(tf.memory().numTensors).toBe(before);
});

test("no gradients have no length", () => {
  expect(tf.tidy(() => gradientLength([]).dataSync()[0])).toBe(0);
});

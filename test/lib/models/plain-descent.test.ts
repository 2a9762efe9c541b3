import {afterEach, beforeAll, expect, test} from "vitest";
import {PlainDescent} from "../../../lib/models/plain-descent.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

test("moves each weight by the rate times its gradient, large or small", async () => {
  const weights = [tf.variable(tf.tensor1d([1, 2])), tf.variable(tf.tensor2d([[3]]))];
  const descent = new PlainDescent(weights, {learningRate: 0.5});
  descent.apply([tf.tensor1d([1e-4, -40]), tf.tensor2d([[2]])]);
  const values = [...(await weights[0]!.data()), ...(await weights[1]!.data())];
  for (const [i, expected] of [0.99995, 22, 2].entries())
    expect(values[i]).toBeCloseTo(expected, 6);
  descent.learningRate = 0;
  descent.apply([tf.tensor1d([1, 1]), tf.tensor2d([[1]])]);
  expect((await weights[1]!.data())[0]).toBe(2);
  expect(descent.steps).toBe(2);
});

test("its state is the number of steps; a wrong one is refused", async () => {
  const weights = [tf.variable(tf.tensor1d([1]))];
  const descent = new PlainDescent(weights, {learningRate: 0.5});
  descent.apply([tf.tensor1d([1])]);
  const state = await descent.state("judge");
  const other = new PlainDescent(weights, {learningRate: 0.5});
  other.restore("judge", state);
  expect(other.steps).toBe(1);
  expect(() => other.restore("generator", state)).toThrow(RangeError);
});

import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {averageWeights as moveTowards} from "../../../lib/kernels/index.js";
import {averageWeights} from "../../../lib/models/weight-average.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {normal} from "../kernels/checks.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const random = new Random(4);
const shapes = [[3, 5], [1], [], [0, 2], [2, 3, 7]];

function variables(): tf.Variable[] {
  return tf.tidy(() => shapes.map((shape) => tf.variable(normal(shape, random))));
}

async function valuesOf(tensors: readonly tf.Tensor[]): Promise<number[][]> {
  return Promise.all(tensors.map(async (each) => [...(await each.data())]));
}

/** One dense layer on one number with batch normalisation, whose moving mean is a weight that no gradient moves. */
function network(kernel: number, mean: number): tf.LayersModel {
  const model = tf.sequential({
    layers: [tf.layers.dense({units: 1, inputShape: [1]}), tf.layers.batchNormalization()],
  });
  const [w, bias, gamma, beta, , variance] = model.getWeights();
  model.setWeights([
    tf.fill(w!.shape, kernel),
    bias!,
    gamma!,
    beta!,
    tf.tensor1d([mean]),
    variance!,
  ]);
  return model;
}

describe("averages", () => {
  test.each(["wasm", "cpu"])("move by the share, in single precision, on %s", async (backend) => {
    await tf.setBackend(backend);
    const [averages, weights] = [variables(), variables()];
    const [before, target] = [await valuesOf(averages), await valuesOf(weights)];
    const share = Math.fround(0.3);
    moveTowards(averages, weights, 0.3);
    const expected = before.map((values, i) =>
      values.map((a, j) => Math.fround(a + Math.fround(Math.fround(target[i]![j]! - a) * share))),
    );
    expect(await valuesOf(averages)).toEqual(expected);
    expect(await valuesOf(weights)).toEqual(target);
    await tf.setBackend("wasm");
  });

  test("stay or become the weights at the ends", async () => {
    const weights = [tf.variable(tf.tensor1d([1, 2]))];
    const averages = [tf.variable(tf.tensor1d([4, 8]))];
    moveTowards(averages, weights, 0);
    expect(await valuesOf(averages)).toEqual([[4, 8]]);
    moveTowards(averages, weights, 1);
    expect(await valuesOf(averages)).toEqual([[1, 2]]);
  });

  test("that begin as the weights themselves part from them", async () => {
    const start = tf.tensor1d([1, 2]);
    const [weight, average] = [tf.variable(start), tf.variable(start)];
    moveTowards([average], [weight], 0.5);
    weight.assign(tf.tensor1d([3, 4]));
    moveTowards([average], [weight], 0.5);
    expect(await valuesOf([average, weight, start])).toEqual([
      [2, 3],
      [3, 4],
      [1, 2],
    ]);
  });

  test("leave no tensor behind", () => {
    const [averages, weights] = [variables(), variables()];
    const before = tf.memory();
    moveTowards(averages, weights, 0.1);
    expect(tf.memory()).toEqual(before);
  });

  test("of other weights are refused, and nothing has changed", async () => {
    const [a, b] = [tf.variable(tf.zeros([2])), tf.variable(tf.zeros([3]))];
    const [c, d] = [tf.variable(tf.ones([2])), tf.variable(tf.ones([1]))];
    expect(() => moveTowards([a], [c, d], 0.5)).toThrow("invalid number of weights: 2 (1)");
    expect(() => moveTowards([a, b], [c, d], 0.5)).toThrow(`invalid shape of ${d.name}: [1] ([3])`);
    for (const share of [-0.1, 1.1, Number.NaN])
      expect(() => moveTowards([a], [c], share)).toThrow(
        `invalid share: ${share} (a number from 0`,
      );
    expect(await valuesOf([a, b])).toEqual([
      [0, 0],
      [0, 0, 0],
    ]);
  });
});

test("of a network, those that are not trained too; the first updates count most", async () => {
  const [average, trained] = [network(0, 0), network(11, 22)];
  const pair = {network: average, of: trained, decay: 0.9};
  const kernelAndMean = async () => {
    const values = await valuesOf(average.getWeights());
    return [values[0]![0]!, values[4]![0]!];
  };
  averageWeights(pair, 1); // d = 2 / 11
  expect((await kernelAndMean())[0]).toBeCloseTo(9, 5);
  expect((await kernelAndMean())[1]).toBeCloseTo(18, 5);
  averageWeights(pair, 1000); // d = 0.9
  expect((await kernelAndMean())[0]).toBeCloseTo(9.2, 5);
  expect((await kernelAndMean())[1]).toBeCloseTo(18.4, 5);
});

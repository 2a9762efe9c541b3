import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {dcgan} from "../../../lib/models/dcgan.js";
import {gradientPenalty, samplesBetween} from "../../../lib/models/gradient-penalty.js";
import {variableOf} from "../../../lib/models/model-state.js";
import {planeGan} from "../../../lib/models/plane-gan.js";
import {trainingPass} from "../../../lib/models/training-pass.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/gradient-penalty.json";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const options = {loss: "hinge", learningRate: 0.002, latentSize: 2} as const;
const cases = {
  plane: {
    gan: () => planeGan({...options, hiddenWidth: 4, discriminatorSteps: 1}, new Random(1)),
    shape: [16, 2],
    scales: [1, 0.5, 1, 0.5, 1, 0.5],
  },
  pictures: {
    gan: () =>
      dcgan(
        {...options, baseWidth: 2, decaySteps: 0, labelSmoothing: 1, averaging: 0},
        new Random(1),
      ),
    shape: [3, 28, 28, 1],
    scales: [0.3, 0.1, 0.3, 0.1, 0.2, 0.1],
  },
} as const;

/** As `numbers` in gradient-penalty.py. */
function numbers(shape: readonly number[], salt: number, scale: number): tf.Tensor {
  const values = Array.from({length: tf.util.sizeFromShape([...shape])}, (_, i) => {
    return 2 * scale * ((((i + 1) * 7919 + salt * 104729) % 2003) / 2003 - 0.5);
  });
  return tf.tensor(values, [...shape]);
}

/** The case's critic with its numbers for weights, and its samples. */
function criticOf(name: keyof typeof cases) {
  const {gan, shape, scales} = cases[name];
  const {discriminator} = gan().networks;
  const weights = discriminator.trainableWeights.map(variableOf);
  for (const [i, weight] of weights.entries())
    weight.assign(numbers(weight.shape, i + 1, scales[i]!));
  const penalty = (x: tf.Tensor) =>
    gradientPenalty((each) => trainingPass(discriminator, each, false), x);
  return {weights, penalty, x: numbers(shape, 9, 1)};
}

describe.each(Object.keys(cases) as (keyof typeof cases)[])("%s", (name) => {
  test("penalty and its gradient in every weight equal PyTorch's double backward", async () => {
    const {weights, penalty, x} = criticOf(name);
    const {value, grads} = tf.variableGrads(() => penalty(x), weights);
    expect(Math.abs((await value.data())[0]! - reference[name].penalty)).toBeLessThan(1e-5);
    for (const [i, expected] of reference[name].slopes.entries()) {
      // A bias has no part in the slope, and TF.js then gives no gradient.
      const gradient = grads[weights[i]!.name];
      const slope = gradient ? await gradient.data() : new Float32Array(expected.length);
      expect(slope.length).toBe(expected.length);
      for (const [j, one] of expected.entries())
        expect(Math.abs(slope[j]! - one), `weight ${i}, ${j}`).toBeLessThan(1e-5);
    }
  });

  test("leaves no tensor behind", () => {
    const {weights, penalty, x} = criticOf(name);
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      const {value, grads} = tf.variableGrads(() => penalty(x), weights);
      tf.dispose([value, grads]);
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** Critics without kinks, where small differences are near the gradient; a leaky ReLU's slope jumps. */
const smooth = {
  dense: {
    shape: [16, 2],
    weights: [
      [2, 5],
      [5, 1],
    ],
    critic: (x: tf.Tensor, [first, last]: readonly tf.Tensor[]) =>
      tf.matMul(
        tf.softplus(tf.matMul(x as tf.Tensor2D, first as tf.Tensor2D)),
        last as tf.Tensor2D,
      ),
  },
  convolutions: {
    shape: [2, 8, 8, 1],
    weights: [
      [4, 4, 1, 2],
      [4, 4, 2, 3],
      [12, 1],
    ],
    critic: (x: tf.Tensor, [first, second, last]: readonly tf.Tensor[]) => {
      const h = tf.softplus(tf.conv2d(x as tf.Tensor4D, first as tf.Tensor4D, 2, "same"));
      const g = tf.softplus(tf.conv2d(h as tf.Tensor4D, second as tf.Tensor4D, 2, "same"));
      return tf.matMul(tf.reshape(g, [-1, 12]), last as tf.Tensor2D);
    },
  },
} as const;

test.each(Object.keys(smooth) as (keyof typeof smooth)[])(
  "%s: the gradient is that of small differences of the penalty",
  async (name) => {
    const {shape, weights: shapes, critic} = smooth[name];
    const weights = shapes.map((each, i) => tf.variable(numbers(each, i + 1, 0.8)));
    const x = numbers(shape, 9, 1);
    const penalty = () => gradientPenalty((each) => critic(each, weights), x);
    const {grads} = tf.variableGrads(penalty, weights);
    const h = 1 / 256;
    for (const [i, weight] of weights.entries()) {
      const start = weight.clone();
      const direction = numbers(weight.shape, 77 + i, 1);
      const valueAt = async (move: number) => {
        weight.assign(tf.add(start, tf.mul(direction, move)));
        return (await penalty().data())[0]!;
      };
      const difference = ((await valueAt(h)) - (await valueAt(-h))) / (2 * h);
      weight.assign(start);
      const slope = (await tf.sum(tf.mul(grads[weight.name]!, direction)).data())[0]!;
      expect(Math.abs(difference)).toBeGreaterThan(0.01);
      expect(Math.abs(slope - difference)).toBeLessThan(0.005 * Math.abs(difference) + 1e-4);
    }
  },
);

test("a plane that rises by 1 per unit costs nothing, by 3 it costs 4", async () => {
  const x = tf.tensor2d([0.3, -0.2, 0.9, 0.4], [2, 2]);
  const rising = (slope: number) => (each: tf.Tensor) =>
    tf.matMul(each as tf.Tensor2D, tf.tensor2d([0.6 * slope, 0.8 * slope], [2, 1]));
  expect((await gradientPenalty(rising(1), x).data())[0]!).toBeCloseTo(0, 6);
  expect((await gradientPenalty(rising(3), x).data())[0]!).toBeCloseTo(4, 5);
});

test("samples lie the given share of the way from generated to real", async () => {
  const [real, fake] = [tf.tensor2d([1, 1, 3, 5], [2, 2]), tf.tensor2d([0, 0, 1, 1], [2, 2])];
  const between = samplesBetween(real, fake, Float32Array.of(0.25, 1));
  expect([...(await between.data())]).toEqual([0.25, 0.25, 3, 5]);
});

test("the critic's loss comes to minus the distance of two heaps: the Wasserstein distance", async () => {
  const gan = planeGan(
    {...options, loss: "wgan-gp", learningRate: 0.01, hiddenWidth: 16, discriminatorSteps: 1},
    new Random(3),
  );
  // A generator without weights puts all its points at 0; the real ones are all at (0.6, 0.8), at a distance of 1.
  for (const weight of gan.networks.generator.weights.map(variableOf))
    weight.assign(tf.zeros(weight.shape));
  const batch = tf.tensor2d(
    Array.from({length: 64}, (_, i) => (i % 2 === 0 ? 0.6 : 0.8)),
    [32, 2],
  );
  const random = new Random(5);
  let loss = 0;
  for (let i = 0; i < 300; i++)
    loss = (await gan.step({x: batch}, random, "discriminator")).discriminatorLoss!;
  expect(-loss).toBeGreaterThan(0.9);
  expect(-loss).toBeLessThan(1.15);
  gan.dispose();
});

import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {dcgan} from "../../lib/models/dcgan.js";
import {gradientPenalty, samplesBetween} from "../../lib/models/gradient-penalty.js";
import {variableOf} from "../../lib/models/model-state.js";
import {planeGan} from "../../lib/models/plane-gan.js";
import {trainingPass} from "../../lib/models/training-pass.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import reference from "../reference/gradient-penalty.json";
import {startWasm} from "../wasm.js";

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
  weights.forEach((weight, i) => weight.assign(numbers(weight.shape, i + 1, scales[i]!)));
  const penalty = (x: tf.Tensor) =>
    gradientPenalty((each) => trainingPass(discriminator, each, false), x);
  return {weights, penalty, x: numbers(shape, 9, 1)};
}

describe.each(Object.keys(cases) as (keyof typeof cases)[])("%s", (name) => {
  test("penalty and its gradient in every weight equal PyTorch's double backward", async () => {
    const {weights, penalty, x} = criticOf(name);
    const {value, grads} = tf.variableGrads(() => penalty(x), weights);
    expect(Math.abs((await value.data())[0]! - reference[name].penalty)).toBeLessThan(1e-5);
    for (const [i, weight] of weights.entries()) {
      const expected = reference[name].slopes[i]!;
      const slope = grads[weight.name] ? await grads[weight.name]!.data() : new Float32Array(expected.length);
      expect(slope.length).toBe(expected.length);
      for (const [j, one] of expected.entries())
        expect(Math.abs(slope[j]! - one), `${weight.name} ${j}`).toBeLessThan(1e-5);
    }
  });
});

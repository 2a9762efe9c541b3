import {beforeAll, describe, expect, test} from "vitest";
import {codeOf, gaussianKl, reparameterise} from "../../../lib/models/gaussian-code.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/vae.json";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const {code} = reference;
const shape: [number, number] = [reference.batch, reference.latentSize];
const matrix = (values: ArrayLike<number>) => tf.tensor2d(Float32Array.from(values), shape);
const names = ["mean", "logVariance"] as const;

type Objective = (mean: tf.Tensor2D, logVariance: tf.Tensor2D) => tf.Tensor;
type Values = Readonly<Record<(typeof names)[number], readonly number[]>>;

/** The gradient of the sum of `objective` with respect to means and log variances. */
async function gradientOf(objective: Objective) {
  const slope = tf.grads((mean, logVariance) =>
    tf.sum(objective(mean as tf.Tensor2D, logVariance as tf.Tensor2D)),
  );
  const gradients = slope([matrix(code.mean), matrix(code.logVariance)]);
  const [mean, logVariance] = await Promise.all(gradients.map((tensor) => tensor.data()));
  return {mean: [...mean!], logVariance: [...logVariance!]};
}

function expectClose(values: ArrayLike<number>, expected: readonly number[], tolerance = 1e-5) {
  expect(values.length).toBe(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(values[i]! - value)).toBeLessThan(tolerance * Math.max(1, Math.abs(value)));
}

const draw = (mean: tf.Tensor2D, logVariance: tf.Tensor2D) =>
  tf.mul(reparameterise({mean, logVariance}, matrix(code.noise)), matrix(code.pull));
const kl = (mean: tf.Tensor2D, logVariance: tf.Tensor2D) => gaussianKl({mean, logVariance});

/** Changes each mean and each log variance a little, up and down. */
async function differencesOf(objective: Objective): Promise<Values> {
  const h = 1 / 128;
  const sumAt = async (values: Values) =>
    (await tf.sum(objective(matrix(values.mean), matrix(values.logVariance))).data())[0]!;
  const slopes = names.map((name) =>
    code[name].map(async (_, i) => {
      const at = (change: number) =>
        sumAt({...code, [name]: code[name].map((v, k) => (k === i ? v + change : v))});
      return ((await at(h)) - (await at(-h))) / (2 * h);
    }),
  );
  const [mean, logVariance] = await Promise.all(slopes.map((list) => Promise.all(list)));
  return {mean: mean!, logVariance: logVariance!};
}

describe("a cloud of codes", () => {
  test("its draw, its KL and their gradients equal PyTorch's", async () => {
    const cloud = {mean: matrix(code.mean), logVariance: matrix(code.logVariance)};
    expectClose(await reparameterise(cloud, matrix(code.noise)).data(), code.z);
    expectClose(await gaussianKl(cloud).data(), code.kl);
    const [ofZ, ofKl] = [await gradientOf(draw), await gradientOf(kl)];
    for (const name of names) {
      expectClose(ofZ[name], code.gradientOfZ[name]);
      expectClose(ofKl[name], code.gradientOfKl[name]);
    }
  });

  test.each([
    ["a draw", draw],
    ["the KL", kl],
  ])("the gradient of %s is what small changes do", async (_, objective) => {
    const [slope, differences] = [await gradientOf(objective), await differencesOf(objective)];
    for (const name of names) expectClose(slope[name], differences[name], 2e-3);
  });

  test("has no KL when it is N(0, 1), and some for any other", async () => {
    const none = gaussianKl({mean: tf.zeros([1, 2]), logVariance: tf.zeros([1, 2])});
    expect([...(await none.data())].every((value) => value === 0)).toBe(true);
    const others = gaussianKl({
      mean: tf.tensor2d([[0.1, 0, 0, -2]]),
      logVariance: tf.tensor2d([[0, 0.1, -0.1, 1]]),
    });
    for (const value of await others.data()) expect(value).toBeGreaterThan(0);
  });

  test("its KL is the mean of ln q(z) - ln p(z) over draws from it", async () => {
    const [m, l, count] = [0.8, -1.1, 20_000];
    const noise = new Random(3).normals(count);
    const spread = Math.exp(l / 2);
    let sum = 0;
    for (const e of noise) sum += (m + spread * e) ** 2 / 2 - (e * e) / 2 - l / 2;
    const cloud = {mean: tf.tensor2d([[m]]), logVariance: tf.tensor2d([[l]])};
    const [exact] = await gaussianKl(cloud).data();
    expect(Math.abs(sum / count - exact!)).toBeLessThan(0.02);
  });

  test("is the encoder's output cut in two: means, then log variances", async () => {
    const {mean, logVariance} = codeOf(tf.tensor2d([[1, 2, 3, 4]]));
    expect([...(await mean.data())]).toEqual([1, 2]);
    expect([...(await logVariance.data())]).toEqual([3, 4]);
    expect(() => codeOf(tf.zeros([2, 3]))).toThrow("invalid codes: [2,3] ([B, 2 latentSize])");
  });
});

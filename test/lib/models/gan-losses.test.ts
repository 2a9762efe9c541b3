import {beforeAll, describe, expect, test} from "vitest";
import {type GanLossName, ganLosses} from "../../../lib/models/gan-losses.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/gan.json";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const logits = (values: readonly number[]) => tf.tensor2d([...values], [values.length, 1]);
const names = Object.keys(ganLosses) as GanLossName[];

function expectClose(values: ArrayLike<number>, expected: readonly number[]): void {
  expect(values.length).toBe(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(values[i]! - value)).toBeLessThan(2e-6 * Math.max(1, Math.abs(value)));
}

describe("values and slopes equal PyTorch's", () => {
  test.each(reference.cases)("$loss, target $smoothing", async (one) => {
    const loss = ganLosses[one.loss as GanLossName];
    const [real, fake] = [logits(reference.real), logits(reference.fake)];
    const judge = (r: tf.Tensor, f: tf.Tensor) => loss.discriminator(r, f, one.smoothing);
    expectClose(await judge(real, fake).data(), [one.discriminator]);
    expectClose(await loss.generator(fake).data(), [one.generator]);
    const [r, f] = tf.grads((r, f) => judge(r as tf.Tensor, f as tf.Tensor))([real, fake]);
    expectClose(await r!.data(), one.realSlope);
    expectClose(await f!.data(), one.fakeSlope);
    const g = tf.grad((f) => loss.generator(f as tf.Tensor))(fake);
    expectClose(await g.data(), one.generatorSlope);
  });
});

test.each(names)("%s: the slopes are those of small differences", async (name) => {
  const loss = ganLosses[name];
  const [real, fake] = [
    [-1.7, 0.3, 2.2],
    [0.6, -0.4, 1.9],
  ];
  const value = async (move: number) =>
    (
      await loss
        .discriminator(logits([real[0]! + move, real[1]!, real[2]!]), logits(fake), 0.9)
        .data()
    )[0]!;
  const slope = tf.grad((r) => loss.discriminator(r as tf.Tensor, logits(fake), 0.9))(logits(real));
  const h = 1 / 64;
  const difference = ((await value(h)) - (await value(-h))) / (2 * h);
  expect((await slope.data())[0]!).toBeCloseTo(difference, 3);
});

test.each(names)("%s: a judge that is right loses less, one that is wrong more", async (name) => {
  const {discriminator, generator} = ganLosses[name];
  const [low, high] = [logits([-1]), logits([2])];
  const right = (await discriminator(high, low, 1).data())[0]!;
  const wrong = (await discriminator(low, high, 1).data())[0]!;
  expect(right).toBeLessThan(wrong);
  expect((await generator(high).data())[0]!).toBeLessThan((await generator(low).data())[0]!);
});

test("an undecided judge has the losses of theory: 2 ln 2 and ln 2, 1/4 and 1/8 at one half, 2 and 0", async () => {
  const at = async (name: GanLossName, logit: number) => {
    const both = logits([logit]);
    const {discriminator, generator} = ganLosses[name];
    return [(await discriminator(both, both, 1).data())[0]!, (await generator(both).data())[0]!];
  };
  expectClose(await at("non-saturating", 0), [2 * Math.LN2, Math.LN2]);
  expectClose(await at("minimax", 0), [2 * Math.LN2, -Math.LN2]);
  expectClose(await at("least-squares", 0.5), [1 / 4, 1 / 8]);
  expectClose(await at("hinge", 0), [2, -0]);
});

test("probabilities: 1/2 when undecided, within 0 and 1, rising with the logit", async () => {
  const undecided = {"non-saturating": 0, minimax: 0, "least-squares": 0.5, hinge: 0, "wgan-gp": 0};
  for (const name of names) {
    const {probability} = ganLosses[name];
    expect((await probability(logits([undecided[name]])).data())[0]).toBe(0.5);
    const values = [...(await probability(logits([-50, -0.5, 0, 0.25, 0.75, 50])).data())];
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(values.at(-1)! - values[0]!).toBeCloseTo(1);
  }
});

test("losses of a thousand-fold sure judge are finite; a NaN logit stays NaN", async () => {
  for (const name of names) {
    const {discriminator, generator} = ganLosses[name];
    const huge = logits([1e4, -1e4]);
    expect(Number.isFinite((await discriminator(huge, huge, 0.9).data())[0])).toBe(true);
    const broken = logits([Number.NaN, 0]);
    expect((await discriminator(broken, huge, 0.9).data())[0]).toBeNaN();
    expect((await generator(broken).data())[0]).toBeNaN();
  }
});

test("a sure judge takes the minimax loss's slope away, and not the non-saturating one's", async () => {
  const slopeOf = async (name: GanLossName) => {
    const slope = tf.grad((f) => ganLosses[name].generator(f as tf.Tensor))(logits([-12]));
    return Math.abs((await slope.data())[0]!);
  };
  expect(await slopeOf("minimax")).toBeCloseTo(1 / (1 + Math.exp(12)), 9);
  expect(await slopeOf("non-saturating")).toBeCloseTo(1 / (1 + Math.exp(-12)), 5);
});

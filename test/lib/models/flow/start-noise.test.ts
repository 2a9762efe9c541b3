import {expect, test} from "vitest";
import {startNoise} from "../../../../lib/models/flow/start-noise.js";
import {Random} from "../../../../lib/random.js";

const count = 40000;
const made = (temperature: number, truncation: number) =>
  startNoise(count, {temperature, truncation}, new Random(2));
const variance = (values: Float32Array) =>
  values.reduce((sum, value) => sum + value * value, 0) / values.length;

test("without truncation and at a temperature of 1 it is the noise of training", () => {
  expect(made(1, Number.POSITIVE_INFINITY)).toEqual(new Random(2).normals(count));
});

test("the temperature is a factor, and 0 leaves nothing", () => {
  const plain = made(1, 4);
  const difference = made(0.5, 4).map((value, i) => Math.abs(value - plain[i]! / 2));
  expect(Math.max(...difference.subarray(0, 1000))).toBeLessThan(1e-6);
  expect(made(0, 1).every((value) => value === 0)).toBe(true);
});

test("a truncated normal number has the variance that it should, and lies within", () => {
  // 1 - 2 τ φ(τ) / (2 Φ(τ) - 1)
  for (const [truncation, expected] of [
    [1, 0.29113],
    [2, 0.77374],
  ] as const) {
    const noise = made(1, truncation);
    expect(noise.every((value) => Math.abs(value) <= Math.fround(truncation))).toBe(true);
    expect(Math.abs(variance(noise) - expected)).toBeLessThan(4 * expected * Math.sqrt(2 / count));
  }
});

test("what lies within is the same whatever is cut off", () => {
  const plain = made(1, Number.POSITIVE_INFINITY);
  const cut = made(1, 1);
  const within = plain.map((value, i) => (Math.abs(value) <= 1 ? cut[i]! - value : 0));
  expect(within.every((difference) => difference === 0)).toBe(true);
});

test("a temperature below 0 and a truncation of 0 are refused", () => {
  expect(() => made(-1, 1)).toThrow("invalid temperature: -1");
  expect(() => made(Number.NaN, 1)).toThrow("invalid temperature: NaN");
  expect(() => made(1, 0)).toThrow("invalid truncation: 0");
});

import {beforeAll, describe, expect, test} from "vitest";
import {randomNormal} from "../../../lib/kernels/index.js";
import {philox, type Words} from "../../../lib/kernels/random/philox.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

function values(shape: number[], seed: number, mean = 0, stdDev = 1): number[] {
  return tf.tidy(() => [...randomNormal(shape, mean, stdDev, seed).dataSync()]);
}

describe("Philox 4x32-10", () => {
  /** From `kat_vectors` of Random123, the authors' own implementation. */
  const known: readonly [counter: Words, key: [number, number], words: Words][] = [
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ];

  test.each(known)("gives the authors' words for %j and key %j", (counter, key, words) => {
    expect(philox(counter, key)).toEqual(words);
  });
});

describe("random normal numbers", () => {
  const count = 100_000;
  let sorted = new Float64Array();

  beforeAll(() => {
    sorted = Float64Array.from(values([count], 7)).sort();
  });

  test("have the mean, variance, skewness and kurtosis of a normal distribution", () => {
    const moment = (power: number) => sorted.reduce((sum, v) => sum + v ** power, 0) / count;
    // Five standard errors each.
    expect(Math.abs(moment(1))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / count));
    expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / count));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / count));
  });

  test("have its distribution function, by the test of Kolmogorov and Smirnov", () => {
    const cumulative = Array.from(
      tf.tidy(() =>
        tf.mul(tf.add(tf.erf(tf.div(tf.tensor1d([...sorted]), Math.SQRT2)), 1), 0.5).dataSync(),
      ),
    );
    const distance = cumulative.reduce(
      (most, p, i) => Math.max(most, Math.abs(p - i / count), Math.abs(p - (i + 1) / count)),
      0,
    );
    // Exceeded by one sample in a thousand.
    expect(distance * Math.sqrt(count)).toBeLessThan(1.95);
  });

  test("are not correlated with their neighbours, nor with those of the next seed", () => {
    const [a, b] = [values([count], 7), values([count], 8)];
    const products = (other: readonly number[], shift: number) =>
      a.reduce((sum, v, i) => sum + v * other[(i + shift) % count]!, 0) / Math.sqrt(count);
    for (const shift of [1, 2, 3, 4]) expect(Math.abs(products(a, shift))).toBeLessThan(5);
    expect(Math.abs(products(b, 0))).toBeLessThan(5);
  });

  test("are a function of the seed and the place, whatever the shape", () => {
    const nine = values([9], 3);
    expect(values([3, 3], 3)).toEqual(nine);
    expect(values([5], 3)).toEqual(nine.slice(0, 5));
    expect(values([9], 4)).not.toEqual(nine);
    expect(values([9], 3 + 2 ** 32)).not.toEqual(nine);
    expect(values([], 3)).toEqual(nine.slice(0, 1));
    expect(values([0, 3], 3)).toEqual([]);
  });

  test("are moved and scaled by the mean and the standard deviation", () => {
    const expected = values([9], 3).map((v) => Math.fround(5 + 2 * v));
    for (const [i, v] of values([9], 3, 5, 2).entries()) expect(v).toBeCloseTo(expected[i]!, 5);
  });

  test.each([-1, 0.5, 2 ** 53, Number.NaN])("the seed %d is none", (seed) => {
    expect(() => values([1], seed)).toThrow(`invalid seed: ${seed}`);
  });
});

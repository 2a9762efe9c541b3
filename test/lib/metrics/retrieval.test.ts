import {describe, expect, test} from "vitest";
import {
  guessingBand,
  largestPlaces,
  ranksOf,
  recallAt,
  similaritiesOf,
} from "../../../lib/metrics/retrieval.js";
import {Random} from "../../../lib/random.js";

describe("ranksOf", () => {
  test("counts what is as similar or more", () => {
    const similarities = Float32Array.of(0.9, 0.1, 0.5, 0.8, 0.2, 0.1, 0.5, 0.5, 0.5);
    expect([...ranksOf(similarities, 3)]).toEqual([1, 2, 3]);
  });

  test("who says the same of all finds nothing", () => {
    expect(recallAt(ranksOf(new Float32Array(100), 10), 5)).toBe(0);
  });

  test("who guesses finds it in k of n, within the band", () => {
    const random = new Random(1);
    const ranks = Array.from({length: 30}, () => [...ranksOf(random.normals(2500), 50)]).flat();
    const {low, high} = guessingBand(0.1, 1500);
    expect(recallAt(ranks, 5)).toBeGreaterThan(low);
    expect(recallAt(ranks, 5)).toBeLessThan(high);
  });

  test("another number of similarities is refused", () => {
    expect(() => ranksOf(new Float32Array(8), 3)).toThrow("invalid similarities: 8 numbers (9)");
  });
});

test("shares of ranks", () => {
  expect([1, 5, 6].map((k) => recallAt([1, 2, 5, 6], k))).toEqual([0.25, 0.75, 1]);
});

test("the band of guessing is narrower for more guesses and stays within 0 and 1", () => {
  const {low, high} = guessingBand(0.1, 150);
  expect([low, high].map((value) => value.toFixed(3))).toEqual(["0.052", "0.148"]);
  expect(guessingBand(0.02, 10).low).toBe(0);
});

test("similarities are products of rows", () => {
  const [a, b] = [Float32Array.of(1, 0, 0.6, 0.8), Float32Array.of(0, 1, 1, 0, 0.8, -0.6)];
  const products = [...similaritiesOf(a, b, 2)].map((value) => Number(value.toFixed(4)));
  expect(products).toEqual([0, 1, 0.8, 0.8, 0.6, 0]);
});

test("the largest, and the earlier of equals", () => {
  expect(largestPlaces([3, 9, 3, 7], 3)).toEqual([1, 3, 0]);
});

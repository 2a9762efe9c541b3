import {expect, test} from "vitest";
import {rankCorrelation, ranks} from "../../../lib/metrics/rank-correlation.js";
import {Random} from "../../../lib/random.js";
import {reference} from "../models/saliency-reference.js";

test("is NumPy's, with many equal values and few", () => {
  expect(reference.lists).toHaveLength(3);
  for (const {a, b, correlation} of reference.lists)
    expect(rankCorrelation(a, b)).toBeCloseTo(correlation, 12);
});

test("equal values share the mean of their ranks", () => {
  expect([...ranks([10, 30, 10, 20, 10])]).toEqual([2, 5, 2, 4, 2]);
});

test("is 1 for the same order, whatever the sizes, and -1 for the other way round", () => {
  const values = [...new Random(1).normals(50)];
  const stretched = values.map((value) => Math.exp(3 * value));
  expect(rankCorrelation(values, stretched)).toBeCloseTo(1, 12);
  expect(
    rankCorrelation(
      values,
      stretched.map((value) => -value),
    ),
  ).toBeCloseTo(-1, 12);
});

test("is about 0 for lists that know nothing of each other", () => {
  const random = new Random(2);
  expect(Math.abs(rankCorrelation(random.normals(5000), random.normals(5000)))).toBeLessThan(0.05);
});

test("says nothing of a list of equal values, and names lists that do not fit", () => {
  expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNaN();
  expect(() => rankCorrelation([1, 2], [1])).toThrow("invalid numbers of values: 2 and 1");
  expect(() => rankCorrelation([1], [1])).toThrow("at least 2");
});

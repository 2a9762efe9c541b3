import {expect, it} from "vitest";
import {cohensKappa} from "../../../lib/metrics/cohens-kappa.js";

/** Two labellers of 50 pictures: 20 both say 1, 15 both say 0, 5 and 10 are called otherwise by one of them. */
const table = [
  [1, 1, 20],
  [1, 0, 5],
  [0, 1, 10],
  [0, 0, 15],
] as const;
const a = table.flatMap(([label, , count]) => Array(count).fill(label) as number[]);
const b = table.flatMap(([, label, count]) => Array(count).fill(label) as number[]);

it("is what the sums by hand give", () => {
  // They agree on 35 of 50; by luck on 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
  expect(cohensKappa(a, b)).toBeCloseTo((0.7 - 0.5) / (1 - 0.5), 14);
  expect(cohensKappa(b, a)).toBeCloseTo(0.4, 14);
});

it("is 1 for the same labels, and does not ask what they are called", () => {
  expect(cohensKappa(a, a)).toBe(1);
  expect(
    cohensKappa(
      a.map((each) => 7 - each),
      b.map((each) => 7 - each),
    ),
  ).toBeCloseTo(0.4, 14);
});

it("is below 0 for those who agree less than luck would have them", () => {
  expect(cohensKappa([0, 1, 0, 1], [1, 0, 1, 0])).toBe(-1);
});

it("is nothing where luck gives all", () => {
  expect(cohensKappa([3, 3, 3], [3, 3, 3])).toBeUndefined();
  expect(cohensKappa([3, 3, 3], [3, 3, 4])).toBe(0);
});

it("refuses lists that don't belong together", () => {
  expect(() => cohensKappa([1], [])).toThrow("lengths differ: 1 and 0 labels");
  expect(() => cohensKappa([], [])).toThrow("too few labels: 0");
});

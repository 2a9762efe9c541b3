import {describe, expect, test} from "vitest";
import {classCoverage, leastShare} from "../../../lib/metrics/class-coverage.js";

/** `times` rows in which class `k` of `classes` has probability `p` and the others share the rest. */
function rows(k: number, times: number, p = 0.95, classes = 10): number[] {
  const row = Array.from({length: classes}, (_, i) => (i === k ? p : (1 - p) / (classes - 1)));
  return Array.from({length: times}, () => row).flat();
}

function all(...parts: number[][]): Float32Array {
  return Float32Array.from(parts.flat());
}

describe("classCoverage", () => {
  test("covers every class when each has its fair share", () => {
    const parts = Array.from({length: 10}, (_, k) => rows(k, 20));
    const {covered, counts, needed, unsure} = classCoverage(all(...parts), 10);
    expect([covered, needed, unsure]).toEqual([10, 2, 0]);
    expect([...counts]).toEqual(new Array(10).fill(20));
  });

  test("covers one class after a total collapse", () => {
    expect(classCoverage(all(rows(3, 100)), 10).covered).toBe(1);
  });

  test("a class needs a tenth of the fair share: 2 of 200 pictures do, 1 does not", () => {
    expect(classCoverage(all(rows(0, 198), rows(1, 2)), 10).covered).toBe(2);
    expect(classCoverage(all(rows(0, 199), rows(1, 1)), 10).covered).toBe(1);
  });

  test("does not count what the classifier is unsure of, and says how many", () => {
    const {covered, counts, unsure} = classCoverage(all(rows(0, 60), rows(1, 40, 0.89)), 10);
    expect([covered, counts[1], unsure]).toEqual([1, 0, 40]);
    expect(classCoverage(all(rows(1, 5, 0.89)), 10, {confidence: 0.8}).covered).toBe(1);
  });

  test("does not depend on the order of the pictures", () => {
    const a = [rows(0, 7), rows(4, 9), rows(2, 1)] as const;
    expect(classCoverage(all(...a), 10)).toEqual(classCoverage(all(a[2], a[0], a[1]), 10));
  });

  test("takes NaN, a diverged generator's, as recognised by no one", () => {
    const {covered, unsure} = classCoverage(new Float32Array(50).fill(Number.NaN), 10);
    expect([covered, unsure]).toEqual([0, 5]);
  });

  test("refuses bad lengths and options, with the legal set", () => {
    expect(() => classCoverage(new Float32Array(11), 10)).toThrow(
      "invalid probabilities: 11 values (a positive multiple of 10)",
    );
    expect(() => classCoverage(new Float32Array(0), 10)).toThrow("invalid probabilities: 0");
    expect(() => classCoverage(all(rows(0, 1)), 10, {confidence: 2})).toThrow(
      "invalid confidence: 2 (a number from 0 to 1)",
    );
    expect(() => classCoverage(all(rows(0, 1)), 10, {share: 0})).toThrow(
      "invalid share: 0 (a number above 0, at most 1)",
    );
  });

  test("needs the least share that it tells", () => {
    const probabilities = new Float32Array(512 * 10);
    expect(leastShare(10)).toBeCloseTo(0.01, 12);
    expect(classCoverage(probabilities, 10).needed).toBe(Math.ceil(512 * leastShare(10)));
  });
});

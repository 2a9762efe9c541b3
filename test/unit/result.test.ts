import {describe, expect, it} from "vitest";
import type {Verdict} from "../../lib/grading/verdict.js";
import {
  isOwnWork,
  mergeResults,
  type Result,
  withSolutionSeen,
  withVerdict,
} from "../../src/storage/result.js";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 12, minute)).toISOString();
const verdict = (state: Verdict["state"], points: number): Verdict => ({
  state,
  points,
  maxPoints: 5,
  tests: [],
  console: "",
});
const tried = withVerdict(undefined, verdict("partly", 2), at(1));
const solved = withVerdict(tried, verdict("correct", 5), at(2));

describe("a result", () => {
  it("counts attempts and keeps the best one", () => {
    expect(tried).toEqual({
      state: "partly",
      points: 2,
      maxPoints: 5,
      attempts: 1,
      firstAt: at(1),
      lastAt: at(1),
    });
    const worse = withVerdict(solved, verdict("error", 0), at(3));
    expect(worse).toEqual({
      state: "correct",
      points: 5,
      maxPoints: 5,
      attempts: 3,
      firstAt: at(1),
      lastAt: at(3),
      solvedAt: at(2),
    });
  });

  it("says whether it was solved before the solution was shown", () => {
    expect(isOwnWork(tried)).toBe(false);
    expect(isOwnWork(solved)).toBe(true);
    expect(isOwnWork(withSolutionSeen(solved, at(3)))).toBe(true);
    const peeked = withSolutionSeen(tried, at(2));
    expect(peeked.solutionSeenAt).toBe(at(2));
    expect(withSolutionSeen(peeked, at(4)).solutionSeenAt).toBe(at(2));
    expect(isOwnWork(withVerdict(peeked, verdict("correct", 5), at(3)))).toBe(false);
  });

  it("of two records is the better, with the earliest and latest dates, in either order", () => {
    const other: Result = {...withSolutionSeen(tried, at(9)), lastAt: at(9), attempts: 7};
    const merged = {...solved, attempts: 7, lastAt: at(9), solutionSeenAt: at(9)};
    expect(mergeResults(solved, other)).toEqual(merged);
    expect(mergeResults(other, solved)).toEqual(merged);
    expect(mergeResults(undefined, solved)).toBe(solved);
    expect(mergeResults(solved, solved)).toEqual(solved);
  });
});

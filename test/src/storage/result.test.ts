import {describe, expect, it} from "vitest";
import type {Verdict} from "../../../lib/grading/verdict.js";
import {knownResults} from "../../../src/storage/known-results.js";
import {
  isOwnWork,
  mergeResults,
  type Result,
  withSolutionSeen,
  withVerdict,
} from "../../../src/storage/result.js";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 12, minute)).toISOString();
const verdict = (state: Verdict["state"], points: number): Verdict => ({
  state,
  points,
  maxPoints: 5,
  tests: [],
  console: "",
});
const tried = withVerdict(undefined, verdict("partly", 2), at(1), 5);
const solved = withVerdict(tried, verdict("correct", 5), at(2), 5);

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
    const worse = withVerdict(solved, verdict("error", 0), at(3), 5);
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
    expect(isOwnWork(withVerdict(peeked, verdict("correct", 5), at(3), 5))).toBe(false);
  });

  it("has its dates in order, though the clock be set back", () => {
    const back = withSolutionSeen(withVerdict(tried, verdict("correct", 5), at(0), 5), at(0));
    expect(back).toMatchObject({lastAt: at(1), solvedAt: at(1), solutionSeenAt: at(1)});
  });

  it("of two records has the earliest and latest dates, and the better score, in either order", () => {
    const other: Result = {...withSolutionSeen(tried, at(9)), lastAt: at(9), attempts: 7};
    const merged = {...solved, attempts: 7, lastAt: at(9), solutionSeenAt: at(9)};
    expect(mergeResults(solved, other)).toEqual(merged);
    expect(mergeResults(other, solved)).toEqual({...merged, claimed: true});
    expect(mergeResults(undefined, solved)).toEqual({...solved, claimed: true});
    expect(mergeResults(solved, solved)).toEqual(solved);
  });
});

describe("a score from a file", () => {
  const claim: Result = {...solved, solvedAt: at(1), claimed: true};

  it("is a claim until the reader has reached as much", () => {
    expect(mergeResults(tried, solved)).toMatchObject({points: 5, claimed: true});
    const less = withVerdict(claim, verdict("partly", 3), at(8), 5);
    expect(less).toMatchObject({state: "correct", points: 5, attempts: 3, claimed: true});
    const proven = withVerdict(claim, verdict("correct", 5), at(8), 5);
    expect(proven).toMatchObject({state: "correct", points: 5, attempts: 3});
    expect(proven).not.toHaveProperty("claimed");
    expect(mergeResults(proven, claim)).not.toHaveProperty("claimed");
  });

  it("out of other points than the exercise has gives way to any verdict", () => {
    const forged: Result = {...claim, points: 10_000, maxPoints: 10_000};
    const own = withVerdict(forged, verdict("partly", 2), at(8), 5);
    expect(own).toMatchObject({state: "partly", points: 2, maxPoints: 5});
    expect(mergeResults(forged, tried)).toMatchObject({points: 2, maxPoints: 5});
  });

  it("counts where it fits the course, and is named where it does not", () => {
    const worth = {fits: 5, empty: 5, other: 6};
    const {known, leftOut} = knownResults(
      {
        fits: tried,
        empty: {...tried, state: "error", points: 0, maxPoints: 0},
        other: solved,
        gone: tried,
      },
      worth,
    );
    expect(known).toEqual({fits: tried, empty: {...tried, state: "error", points: 0}});
    expect(leftOut).toEqual([
      "other (5 of 5 points; it is worth 6)",
      "gone (this course has no such exercise)",
    ]);
  });
});

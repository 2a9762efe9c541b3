import {expect, test} from "vitest";
import {type RateSweepData, sweepWords} from "../../../../src/figures/curves/rate-sweep-data.js";

const data: RateSweepData = {
  ...{rates: [0.1, 1, 10], losses: [[], [], []], comparisons: [], step: 3, steps: 9},
  ...{nothing: 2.3, lost: 1000, now: [0.9, 0.31, 1000]},
};

test("says which rate is best now, and which are lost", () => {
  expect(sweepWords(data)).toBe("Least loss now: 0.310, at a rate of 1. Lost: 10.");
  expect(sweepWords({...data, now: [0.3, 0.4, 2.3]})).toBe(
    "Least loss now: 0.300, at a rate of 0.1.",
  );
  expect(sweepWords({...data, now: [NaN, NaN, NaN]})).toBe("No step yet.");
});

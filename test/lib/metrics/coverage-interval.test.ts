import {expect, test} from "vitest";
import {classCoverage} from "../../../lib/metrics/class-coverage.js";
import {coverageInterval} from "../../../lib/metrics/coverage-interval.js";
import {Random} from "../../../lib/random.js";

test("classes with many pictures are surely covered, those with a few may be, those with none of many are not", () => {
  expect(coverageInterval(new Uint32Array(10).fill(50), 500)).toEqual({low: 10, high: 10});
  expect(coverageInterval([495, 5, 0], 500), "three classes need 17 of 500").toEqual({
    low: 1,
    high: 1,
  });
  expect(coverageInterval([480, 14, 6], 500)).toEqual({low: 1, high: 2});
  expect(
    coverageInterval([20, 0], 20),
    "20 pictures say little of a class that needs a twentieth",
  ).toEqual({
    low: 1,
    high: 2,
  });
});

test("it holds what is covered now, and in 95 of 100 cases what the generator covers", () => {
  const shares = [0.4, 0.3, 0.12, 0.08, 0.05, 0.02, 0.012, 0.009, 0.006, 0.003];
  const truth = shares.filter((share) => share >= 0.01).length;
  const random = new Random(3);
  const ends = shares.map((_, k) => shares.slice(0, k + 1).reduce((sum, share) => sum + share, 0));
  const drawn = () => {
    const place = random.uniform();
    return Math.min(ends.filter((end) => end <= place).length, shares.length - 1);
  };
  const trials = Array.from({length: 200}, () => {
    const probabilities = new Float32Array(300 * 10);
    for (let i = 0; i < 300; i++) probabilities[10 * i + drawn()] = 1;
    const {covered, counts} = classCoverage(probabilities, 10);
    const {low, high} = coverageInterval(counts, 300);
    expect(covered).toBeGreaterThanOrEqual(low);
    expect(covered).toBeLessThanOrEqual(high);
    return {holds: low <= truth && truth <= high, isSure: low === high};
  });
  expect(trials.filter(({holds}) => holds).length).toBeGreaterThanOrEqual(190);
  expect(
    trials.filter(({isSure}) => isSure).length,
    "it is no empty talk, though rarely sure here",
  ).toBeLessThan(200);
});

test("counts that are none are refused", () => {
  expect(() => coverageInterval([7, 1.5], 10)).toThrow("invalid number of right answers: 1.5");
  expect(() => coverageInterval([7, 12], 10)).toThrow("invalid number of right answers: 12");
});

import {expect, it} from "vitest";
import {fitPsychometric, psychometricAt, type Trial} from "../../../lib/metrics/psychometric.js";
import {Random} from "../../../lib/random.js";

const levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const observer = {threshold: 0.37, spread: 0.045, lapse: 0.02};

function observed(count: number, random: Random): Trial[] {
  return Array.from({length: count}, (_, i) => {
    const level = levels[i % levels.length]!;
    return {level, isRight: random.uniform() < psychometricAt(observer, 0.1, level)};
  });
}

it("goes from the guess rate to all but the lapse, halfway at the threshold", () => {
  expect(psychometricAt(observer, 0.1, -5)).toBeCloseTo(0.1, 9);
  expect(psychometricAt(observer, 0.1, 5)).toBeCloseTo(0.98, 9);
  expect(psychometricAt(observer, 0.1, 0.37)).toBeCloseTo((0.1 + 0.98) / 2, 9);
});

it("finds the threshold and the spread of an observer again", () => {
  const {fit} = fitPsychometric(observed(4000, new Random(1)), 0.1, new Random(2), 1)!;
  expect(Math.abs(fit.threshold - observer.threshold)).toBeLessThan(0.02);
  expect(fit.spread).toBeGreaterThan(0.02);
  expect(fit.spread).toBeLessThan(0.08);
});

it("takes an observer who guesses for one who never sees it", () => {
  const random = new Random(3);
  const trials = levels.flatMap((level) =>
    Array.from({length: 20}, () => ({level, isRight: random.uniform() < 0.1})),
  );
  expect(fitPsychometric(trials, 0.1, random, 20)!.fit.threshold).toBeGreaterThan(0.8);
});

it("has an interval that holds the truth about as often as it says, and narrows with trials", () => {
  const random = new Random(4);
  const intervals = Array.from(
    {length: 40},
    () => fitPsychometric(observed(40, random), 0.1, random, 60)!.interval,
  );
  const holds = intervals.filter(([low, high]) => low <= 0.37 && 0.37 <= high).length;
  expect(holds).toBeGreaterThanOrEqual(33);
  const width = ([low, high]: readonly [number, number]) => high - low;
  const mean = intervals.reduce((sum, each) => sum + width(each), 0) / intervals.length;
  const narrow = fitPsychometric(observed(400, random), 0.1, random, 60)!.interval;
  expect(width(narrow)).toBeLessThan(mean / 2);
});

it("is nothing without trials", () => {
  expect(fitPsychometric([], 0.1, new Random(1))).toBeUndefined();
});

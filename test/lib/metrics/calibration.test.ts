import {expect, test} from "vitest";
import {calibrationBins, calibrationError, rightAlarms} from "../../../lib/metrics/calibration.js";
import {Random} from "../../../lib/random.js";

test("by hand: two bins, one of them wrong by 0.3", () => {
  const bins = calibrationBins([0.2, 0.2, 0.8, 0.8], [0, 0, 1, 0], 2);
  expect(bins.map(({count}) => count)).toEqual([2, 2]);
  expect(bins[0]!.said).toBeCloseTo(0.2, 12);
  expect(bins[1]!.true).toBe(0.5);
  expect(calibrationError(bins)).toBeCloseTo(0.5 * 0.2 + 0.5 * 0.3, 12);
});

test("1 belongs to the last bin, an empty one counts nothing", () => {
  const bins = calibrationBins([1, 0], [1, 0], 4);
  expect(bins.map(({count}) => count)).toEqual([1, 0, 0, 1]);
  expect(calibrationError(bins)).toBe(0);
});

test("whoever says what is so has an error near 0, whoever exaggerates has not", () => {
  const random = new Random(1);
  const p = Array.from({length: 4000}, () => random.uniform());
  const truths = p.map((each) => (random.uniform() < each ? 1 : 0));
  expect(calibrationError(calibrationBins(p, truths, 10))).toBeLessThan(0.03);
  const bold = p.map((each) => (each > 0.5 ? 0.99 : 0.01));
  expect(calibrationError(calibrationBins(bold, truths, 10))).toBeCloseTo(0.24, 1);
});

test("what is rare makes most alarms wrong", () => {
  expect(rightAlarms(0.95, 0.05, 0.01)).toBeCloseTo(0.161, 3);
  expect(rightAlarms(0.95, 0.05, 0.5)).toBeCloseTo(0.95, 12);
  expect(rightAlarms(0.9, 0, 0.01)).toBe(1);
  expect(rightAlarms(0, 0, 0.5)).toBeNaN();
  expect(() => calibrationBins([1.1], [1], 2)).toThrow(/invalid probability: 1.1/);
  expect(() => calibrationBins([1], [], 2)).toThrow(/lengths differ: 1 and 0/);
});

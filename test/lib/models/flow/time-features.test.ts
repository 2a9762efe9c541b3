import {expect, test} from "vitest";
import {timeFeatures} from "../../../../lib/models/flow/time-features.js";

test("features are cosines of whole multiples of one angle, row by row", () => {
  const times = [0, 0.1, 0.5, 0.9, 1];
  const features = timeFeatures(times, 6);
  for (const [row, t] of times.entries())
    for (let k = 1; k <= 6; k++)
      expect(features[row * 6 + k - 1]).toBeCloseTo(Math.cos(k * Math.acos(2 * t - 1)), 6);
});

test("one feature is the time from -1 to 1", () => {
  expect([...timeFeatures([0, 0.25, 1], 1)]).toEqual([-1, -0.5, 1]);
});

import {expect, test} from "vitest";
import {kernelDistance} from "../../../lib/metrics/kernel-distance.js";
import {clusteredSample, clusteredSpace} from "./clustered-sample.js";

test("its mean over perfect samples is 0, however few they are", () => {
  const values = Array.from({length: 60}, (_, seed) => {
    const space = clusteredSpace(1, 12, 20);
    return kernelDistance(clusteredSample(100 + seed, 12), clusteredSample(seed, 12), space).value;
  });
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  expect(Math.abs(mean)).toBeLessThan((3 * spread) / Math.sqrt(values.length));
  expect(values.some((value) => value < 0)).toBe(true);
});

test("a shift lifts it above its floor", () => {
  const space = clusteredSpace(1, 80, 20);
  const {interval, floor} = kernelDistance(
    clusteredSample(2, 80),
    clusteredSample(3, 80, 1),
    space,
  );
  expect(interval.low).toBeGreaterThan(floor.high);
});

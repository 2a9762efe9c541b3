import {expect, test} from "vitest";
import {coverage, density} from "../../../lib/metrics/density-coverage.js";
import {clusteredSample, clusteredSpace, sampleOf, widths} from "./clustered-sample.js";

const real = clusteredSample(1, 150);
const space = clusteredSpace(2, 150, 20);

test("as many real ones have a density of about 1 and cover about 1 - 2^-5", () => {
  const other = clusteredSample(3, 150);
  expect(density(real, other, space).value).toBeCloseTo(1, 0);
  expect(coverage(real, other, space).value).toBeCloseTo(1 - 2 ** -5, 1);
});

test("one picture in the middle, many times, is dense and covers little", () => {
  const middle = sampleOf(new Float32Array(60 * widths.size).fill(0.3));
  expect(density(real, middle, space).value).toBeGreaterThan(1);
  expect(coverage(real, middle, space).value).toBeLessThan(0.6);
});

test("an outlier that was made helps neither", () => {
  const far = clusteredSample(4, 20, 50);
  expect(density(real, far, space).value).toBe(0);
  expect(coverage(real, far, space).value).toBe(0);
});

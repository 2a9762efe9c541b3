import {expect, test} from "vitest";
import {precision, recall} from "../../../lib/metrics/precision-recall.js";
import {clusteredSample, clusteredSpace} from "./clustered-sample.js";

const real = clusteredSample(1, 120);
const space = clusteredSpace(2, 120, 20);

test("what is far from all that is real has neither", () => {
  const far = clusteredSample(3, 120, 30);
  expect(precision(real, far, space).value).toBe(0);
  expect(recall(real, far, space).value).toBe(0);
});

test("one kind of four is precise, and recalls little", () => {
  const one = clusteredSample(3, 120, 0, 1);
  expect(precision(real, one, space).value).toBeGreaterThan(0.8);
  expect(recall(real, one, space).value).toBeLessThan(0.5);
});

test("exchanging real and made exchanges them", () => {
  const other = clusteredSample(4, 120, 0.5);
  expect(precision(real, other, space).value).toBe(recall(other, real, space).value);
});

test("balls of three neighbours need four pictures, and half samples eight", () => {
  expect(() => recall(real, clusteredSample(3, 7), space)).toThrow(
    "too few made pictures: 7 (at least 8",
  );
});

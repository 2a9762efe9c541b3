import {expect, test} from "vitest";
import {joined, picked} from "../../../lib/metrics/sample.js";
import {clusteredSample, sampleOf, widths} from "./clustered-sample.js";

const [a, b] = [clusteredSample(1, 5), clusteredSample(2, 3)];

test("what is picked keeps pictures, features and probabilities together", () => {
  const {size} = widths;
  const wanted = [...a.features.subarray(3 * size, 4 * size), ...a.features.subarray(0, size)];
  expect(picked(a, [3, 0], widths)).toEqual(sampleOf(Float32Array.from(wanted)));
});

test("what is joined has the one behind the other", () => {
  const both = joined(a, b);
  expect(picked(both, [0, 1, 2, 3, 4], widths)).toEqual(a);
  expect(picked(both, [5, 6, 7], widths)).toEqual(b);
});

test("pictures without probabilities have none afterwards", () => {
  const bare = {...a, probabilities: new Float32Array(0)};
  expect(picked(bare, [1], widths).probabilities).toHaveLength(0);
});

import {expect, test} from "vitest";
import {answersAt} from "../../../lib/metrics/answers.js";
import {clusteredSample, widths} from "./clustered-sample.js";

const sample = clusteredSample(1, 5);

test("answers come in the order asked for", () => {
  const rows = answersAt(sample, Uint32Array.of(3, 0), widths.classes);
  expect([...rows]).toEqual([
    ...sample.probabilities.subarray(12, 16),
    ...sample.probabilities.subarray(0, 4),
  ]);
});

test("none are no zeros", () => {
  const bare = {...sample, probabilities: new Float32Array(0)};
  expect(() => answersAt(bare, Uint32Array.of(0), widths.classes)).toThrow(
    "missing probabilities: 0",
  );
});

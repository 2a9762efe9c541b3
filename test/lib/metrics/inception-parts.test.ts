import {describe, expect, test} from "vitest";
import {answerDoubt, answerKinds, doubtOf, kindsOf} from "../../../lib/metrics/inception-parts.js";
import {inceptionScore, inceptionScoreOf} from "../../../lib/metrics/inception-score.js";
import {clusteredSample, clusteredSpace} from "./clustered-sample.js";

const sureOfTwo = Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0);
const neverSure = Float32Array.of(0.5, 0.5, 0, 0, 0.5, 0.5, 0, 0);

describe("kinds and doubt", () => {
  test("are counts of classes", () => {
    expect(kindsOf(sureOfTwo, 4)).toBeCloseTo(2, 6);
    expect(doubtOf(sureOfTwo, 4)).toBe(1);
    expect(kindsOf(neverSure, 4)).toBeCloseTo(2, 6);
    expect(doubtOf(neverSure, 4)).toBeCloseTo(2, 6);
  });

  test("make the score as a quotient, in value and of every picture that is judged", () => {
    const {probabilities} = clusteredSample(3, 80);
    const quotient = kindsOf(probabilities, 4) / doubtOf(probabilities, 4);
    expect(inceptionScoreOf(probabilities, 4)).toBeCloseTo(quotient, 9);
    const [real, made, space] = [
      clusteredSample(1, 80),
      clusteredSample(2, 80),
      clusteredSpace(4, 80),
    ];
    const values = [inceptionScore, answerKinds, answerDoubt].map(
      (metric) => metric(real, made, space).value,
    );
    expect(values[0]).toBeCloseTo(values[1]! / values[2]!, 9);
  });

  test("of real pictures lie in their floors", () => {
    const [real, made, space] = [
      clusteredSample(1, 80),
      clusteredSample(2, 80),
      clusteredSpace(4, 80),
    ];
    for (const metric of [answerKinds, answerDoubt]) {
      const {value, floor} = metric(real, made, space);
      expect(value).toBeGreaterThan(floor.low);
      expect(value).toBeLessThan(floor.high);
    }
  });
});

import {describe, expect, test} from "vitest";
import {inceptionScore, inceptionScoreOf} from "../../../lib/metrics/inception-score.js";
import {clusteredSample, clusteredSpace} from "./clustered-sample.js";

describe("inceptionScoreOf", () => {
  test("is the number of classes when each is sure and all are as many", () => {
    const sure = Float32Array.from({length: 40 * 4}, (_, i) =>
      i % 4 === Math.floor(i / 4) % 4 ? 1 : 0,
    );
    expect(inceptionScoreOf(sure, 4)).toBeCloseTo(4, 12);
  });

  test("is 1 when all pictures look alike, however sure", () => {
    const one = Float32Array.from({length: 40}, (_, i) => (i % 4 === 2 ? 1 : 0));
    expect(inceptionScoreOf(one, 4)).toBeCloseTo(1, 12);
    expect(inceptionScoreOf(new Float32Array(40).fill(0.25), 4)).toBeCloseTo(1, 12);
  });

  test("is that of the sum written out", () => {
    const p = [0.7, 0.2, 0.1, 0.1, 0.1, 0.8];
    const mean = [0.4, 0.15, 0.45];
    const divergence = p.reduce((sum, x, i) => sum + (x * Math.log(x / mean[i % 3]!)) / 2, 0);
    expect(inceptionScoreOf(Float32Array.from(p), 3)).toBeCloseTo(Math.exp(divergence), 6);
  });

  test("needs rows", () => {
    expect(() => inceptionScoreOf(new Float32Array(0), 4)).toThrow("a positive multiple of 4");
  });
});

test("inceptionScore: fewer kinds score less, and real ones lie in the floor", () => {
  const space = clusteredSpace(2, 200);
  const real = clusteredSample(1, 300);
  const few = inceptionScore(real, clusteredSample(3, 200, 0, 2), space);
  const all = inceptionScore(real, clusteredSample(4, 200), space);
  expect(few.interval.high).toBeLessThan(all.interval.low);
  expect(all.value).toBeGreaterThan(all.floor.low);
  expect(all.value).toBeLessThan(all.floor.high);
});

import {describe, expect, test} from "vitest";
import {checkSample, remarksOn} from "../../../lib/metrics/metric.js";
import {clusteredSample, sampleOf, widths} from "./clustered-sample.js";

const sample = clusteredSample(1, 8);
const check = (bad: Partial<typeof sample>, least = 2) =>
  checkSample("made", {...sample, ...bad}, widths, least);

describe("checkSample", () => {
  test("says how many pictures are needed", () => {
    expect(() => check({}, 8)).not.toThrow();
    expect(() => check({}, 9)).toThrow("too few made pictures: 8 (at least 9; judge more of them)");
  });

  test("refuses NaN and infinity, and says where they come from", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => check({features: sample.features.with(3, value)})).toThrow("NaN or infinity");
      expect(() => check({probabilities: sample.probabilities.with(0, value)})).toThrow("go back");
    }
  });

  test("refuses parts that don't belong together", () => {
    expect(() => check({features: sample.features.slice(1)})).toThrow(
      "47 features for 8 pictures (48)",
    );
    expect(() => check({probabilities: sample.probabilities.slice(4)})).toThrow("28 probabilities");
    const pictures = {...sample.pictures, data: sample.pictures.data.slice(1)};
    expect(() => check({pictures})).toThrow("127 bytes for 8 pictures (128)");
  });

  test("lets pictures pass of which no class is asked", () => {
    expect(() => check({probabilities: new Float32Array(0)})).not.toThrow();
  });
});

describe("remarksOn", () => {
  test("has none for an ordinary sample", () => {
    expect(remarksOn("made", sample, widths)).toEqual([]);
  });

  test("tells that all are equal", () => {
    const row = [...sample.features.subarray(0, widths.size)];
    const equal = sampleOf(Float32Array.from([...row, ...row, ...row]));
    expect(remarksOn("made", equal, widths)[0]).toMatch(/^All 3 made pictures look the same/);
  });

  test("tells that all are of one class", () => {
    const one = sampleOf(Float32Array.from({length: 60}, (_, i) => (i % 6 === 2 ? 9 : i / 60)));
    expect(remarksOn("made", one, widths)[0]).toMatch(
      /all 10 made pictures for one class, number 2/,
    );
  });
});

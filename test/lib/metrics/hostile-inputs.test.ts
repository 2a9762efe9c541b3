/** What every metric says of pictures that cannot be judged, or that mean less than their number seems: never a number in silence. */
import {describe, expect, test} from "vitest";
import {setMetrics} from "../../../lib/metrics/all-metrics.js";
import {perceptualDistance, textScore} from "../../../lib/metrics/feature-likeness.js";
import {answerDoubt, answerKinds} from "../../../lib/metrics/inception-parts.js";
import type {Metric, Sample} from "../../../lib/metrics/metric.js";
import {picked} from "../../../lib/metrics/sample.js";
import {
  decibels,
  peakSignalToNoise,
  structuralSimilarity,
} from "../../../lib/metrics/structural-similarity.js";
import {clusteredSample, clusteredSpace, sampleOf, widths} from "./clustered-sample.js";

const sets: Readonly<Record<string, Metric>> = {...setMetrics, answerKinds, answerDoubt};
const pairs: Readonly<Record<string, Metric>> = {textScore, perceptualDistance, peakSignalToNoise};
const all = Object.entries({...sets, ...pairs});
const ofClasses = ["inceptionScore", "coveredClasses", "answerKinds", "answerDoubt"];

const n = 40;
const real = clusteredSample(1, n);
const made = clusteredSample(2, n);
const space = clusteredSpace(3, n, 20);
const none = sampleOf(new Float32Array(0));
const equal = picked(made, new Uint32Array(n), widths);
const withFeature = (value: number): Sample => ({...made, features: made.features.with(7, value)});

describe.each(all)("%s", (_name, metric) => {
  test("says how many pictures it needs, and of which", () => {
    expect(() => metric(real, none, space)).toThrow(/too few made pictures: 0 \(at least \d/);
    expect(() => metric(none, made, space)).toThrow(/too few real pictures: 0 \(at least \d/);
  });

  test("refuses NaN and infinity, and says where they come from", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => metric(real, withFeature(value), space)).toThrow(
        /made pictures: NaN or inf.*go back/,
      );
      expect(() => metric(withFeature(value), made, space)).toThrow(/real pictures: NaN or inf/);
    }
  });

  test("has a finite value where all made pictures are equal, and says what it is worth", () => {
    const {value, remarks} = metric(real, equal, space);
    expect(Number.isFinite(value)).toBe(true);
    expect(remarks.join(" ")).toContain(`All ${n} made pictures look the same`);
  });
});

describe.each(Object.entries(sets))("%s", (name, metric) => {
  test("says that too few held-out pictures are there to draw its floor", () => {
    const few = {...space, held: clusteredSample(4, n - 1)};
    expect(() => metric(real, made, few)).toThrow(
      `too few held-out real pictures: ${n - 1} (at least ${n}; judge more of them)`,
    );
  });

  test("remarks that all made pictures are of one class", () => {
    const kind = clusteredSample(5, n, 0, 1);
    const one = sampleOf(kind.features.map((value, i) => (i % widths.size === 0 ? 9 : value)));
    const {remarks} = metric(real, one, space);
    expect(remarks.join(" ")).toMatch(/takes all 40 made pictures for one class, number 0/);
  });

  test("where real pictures are all equal, says so as well", () => {
    const same = picked(real, new Uint32Array(n), widths);
    const {value, remarks} = metric(same, made, space);
    expect(Number.isFinite(value)).toBe(true);
    expect(remarks.join(" ")).toContain(`All ${n} real pictures look the same`);
  });

  if (ofClasses.includes(name))
    test("says that a classifier's answers are missing", () => {
      const bare = (sample: Sample) => ({...sample, probabilities: new Float32Array(0)});
      const unnamed = {...space, held: bare(space.held)};
      expect(() => metric(bare(real), bare(made), unnamed)).toThrow("missing probabilities: 0");
    });
});

test("pairs that do not belong together are refused, and pictures smaller than a window of SSIM", () => {
  for (const metric of Object.values(pairs))
    expect(() => metric(real, clusteredSample(2, n - 1), space)).toThrow("pairs of them");
  expect(() => structuralSimilarity(real, made, space)).toThrow("4 by 4 (at least 11 by 11)");
});

test("pairs equal in every pixel have no PSNR: they are left out, and it is said", () => {
  const half = picked(
    made,
    Uint32Array.from({length: n}, (_, i) => i),
    widths,
  );
  half.pictures.data.set(real.pictures.data.subarray(0, 4 * 16));
  const {n: counted, remarks} = peakSignalToNoise(real, half, space);
  expect(counted).toBe(n - 4);
  expect(remarks[0]).toContain("4 of 40 pairs are equal in every pixel");
  expect(decibels(real.pictures.data, real.pictures.data)).toBeUndefined();
});

/** What holds of every metric that tells made pictures or points from real ones. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {type ByteImages, toFloats} from "../../../lib/image.js";
import {accuracy} from "../../../lib/metrics/accuracy.js";
import {adjustedRandIndex} from "../../../lib/metrics/adjusted-rand-index.js";
import {classCoverage} from "../../../lib/metrics/class-coverage.js";
import {clusterPurity} from "../../../lib/metrics/cluster-purity.js";
import {type ContingencyTable, contingencyTable} from "../../../lib/metrics/contingency-table.js";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {jensenShannon} from "../../../lib/metrics/jensen-shannon.js";
import {meanSquaredError} from "../../../lib/metrics/mean-squared-error.js";
import {meanNearestDistance} from "../../../lib/metrics/nearest.js";
import {normalisedMutualInformation} from "../../../lib/metrics/normalised-mutual-information.js";
import {wassersteinDistance} from "../../../lib/metrics/wasserstein-distance.js";
import {Random} from "../../../lib/random.js";

interface Scale {
  /** What the real itself gives. */
  readonly ideal: number;
  readonly better: "lower" | "higher";
  readonly range: readonly [low: number, high: number];
}

const share: Scale = {ideal: 1, better: "higher", range: [0, 1]};
const distance: Scale = {ideal: 0, better: "lower", range: [0, Number.POSITIVE_INFINITY]};
const boundedDistance: Scale = {...distance, range: [0, 1]};

const classes = {real: Uint8Array.of(0, 1, 2, 3), bad: Uint8Array.of(0, 0, 0, 0)};
const halves = {real: Uint8Array.of(0, 0, 1, 1), bad: Uint8Array.of(0, 1, 0, 1)};
const points = {real: normals(2, 200, 1 / 4), bad: normals(3, 200, 1 / 20)};
const features = {
  real: featureStatistics(normals(1, 300), 3),
  bad: featureStatistics(normals(1, 300, 3), 3),
};

/** By the file of the metric. A new one needs its line here. */
const metrics = {
  accuracy: metric(share, classes, (labels, predicted) => accuracy(labels, predicted).share),
  "adjusted-rand-index": metric({...share, range: [-1, 1]}, halves, (labels, clusters) =>
    adjustedRandIndex(agreement(labels, clusters)),
  ),
  "class-coverage": metric(
    {ideal: 10, better: "higher", range: [0, 10]},
    {real: certain((i) => i % 10), bad: certain(() => 4)},
    (_real, probabilities) => classCoverage(probabilities, 10).covered,
  ),
  "cluster-purity": metric(share, halves, (labels, clusters) =>
    clusterPurity(agreement(labels, clusters)),
  ),
  "frechet-distance": metric(distance, features, (real, made) => frechetDistance(made, real)),
  "jensen-shannon": metric(boundedDistance, points, (real, made) => jensenShannon(real, made)),
  "mean-squared-error": metric(
    boundedDistance,
    {real: toFloats(noise(6)), bad: toFloats(noise(7))},
    (real, made) => meanSquaredError(real, made),
  ),
  nearest: metric(boundedDistance, {real: noise(4), bad: noise(5)}, (real, made) =>
    meanNearestDistance(made, real),
  ),
  "normalised-mutual-information": metric(share, halves, (labels, clusters) =>
    normalisedMutualInformation(agreement(labels, clusters)),
  ),
  "wasserstein-distance": metric(distance, points, (real, made) => wassersteinDistance(real, made)),
};

/** What `measure` gives, on a scale, for the real itself and for something bad, either way round. */
function metric<Evidence>(
  scale: Scale,
  {real, bad}: {readonly real: Evidence; readonly bad: Evidence},
  measure: (real: Evidence, made: Evidence) => number,
) {
  return {
    ...scale,
    ofReal: measure(real, real),
    ofBad: measure(real, bad),
    reversed: measure(bad, real),
  };
}

/** Clusters in rows, labels in columns. */
function agreement(labels: Uint8Array, clusters: Uint8Array): ContingencyTable {
  return contingencyTable(clusters, labels, Math.max(...clusters) + 1, Math.max(...labels) + 1);
}

function certain(classOf: (i: number) => number): Float32Array {
  const p = new Float32Array(100 * 10);
  for (let i = 0; i < 100; i++) p[10 * i + classOf(i)] = 1;
  return p;
}

function noise(seed: number): ByteImages {
  const random = new Random(seed);
  return {data: Uint8Array.from({length: 160}, () => random.integer(256)), shape: [10, 4, 4, 1]};
}

function normals(seed: number, count: number, scale = 1): Float32Array {
  return new Random(seed).normals(count).map((value) => scale * value);
}

const folder = new URL("../../../lib/metrics/", import.meta.url);

describe.each(Object.entries(metrics))("metric %s", (name, metric) => {
  const {ideal, better, range, ofReal, ofBad, reversed} = metric;

  test("gives its ideal for the real itself and something worse for a bad sample", () => {
    expect(ofReal).toBeCloseTo(ideal, 6);
    const worse = ofBad - ideal;
    expect(better === "higher" ? -worse : worse).toBeGreaterThan(0.1);
  });

  test("stays in its range", () => {
    const [low, high] = range;
    for (const value of [ofBad, reversed, ideal]) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
  });

  test("has a file that opens with its equation and its paper", () => {
    const opening = readFileSync(new URL(`${name}.ts`, folder), "utf8").split("*/")[0]!;
    expect(opening).toMatch(/\b[A-Z][\p{L} &.]+,? \(?(19|20)\d\d\b/u);
    expect(opening).toContain("=");
  });
});

test.each(readdirSync(folder))("%s has a test of the same name", (file) => {
  expect(existsSync(new URL(file.replace(".ts", ".test.ts"), import.meta.url))).toBe(true);
});

import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {type ByteImages, toFloats} from "../../../lib/image.js";
import {featureStatistics} from "../../../lib/metrics/frechet-distance.js";
import {type Metric, type MetricName, metrics} from "../../../lib/metrics/index.js";
import {Random} from "../../../lib/random.js";

const halves = Uint8Array.of(0, 0, 1, 1);

/** Evidence of real pictures or points, and of ones made badly. A new metric needs its line here. */
const evidence: {
  readonly [Name in MetricName]: (typeof metrics)[Name] extends Metric<infer Evidence>
    ? {readonly real: Evidence; readonly bad: Evidence}
    : never;
} = {
  accuracy: {real: Uint8Array.of(0, 1, 2, 3), bad: Uint8Array.of(0, 0, 0, 0)},
  "adjusted-rand-index": {real: halves, bad: Uint8Array.of(0, 1, 0, 1)},
  "class-coverage": {real: certain((i) => i % 10), bad: certain(() => 4)},
  "cluster-purity": {real: halves, bad: Uint8Array.of(0, 1, 0, 1)},
  "frechet-distance": {
    real: featureStatistics(new Random(1).normals(300), 3),
    bad: featureStatistics(
      new Random(1).normals(300).map((value) => 3 * value),
      3,
    ),
  },
  "jensen-shannon": {
    real: new Random(2).normals(200).map((value) => value / 4),
    bad: new Random(3).normals(200).map((value) => value / 20),
  },
  "mean-squared-error": {real: toFloats(noise(6)), bad: toFloats(noise(7))},
  nearest: {real: noise(4), bad: noise(5)},
  "normalised-mutual-information": {real: halves, bad: Uint8Array.of(0, 1, 0, 1)},
};

function certain(classOf: (i: number) => number): Float32Array {
  const p = new Float32Array(100 * 10);
  for (let i = 0; i < 100; i++) p[10 * i + classOf(i)] = 1;
  return p;
}

function noise(seed: number): ByteImages {
  const random = new Random(seed);
  return {data: Uint8Array.from({length: 160}, () => random.integer(256)), shape: [10, 4, 4, 1]};
}

describe.each(Object.keys(metrics) as MetricName[])("metric %s", (name) => {
  const metric = metrics[name] as Metric<unknown>;
  const {real, bad} = evidence[name];

  test("gives its ideal for the real itself and something worse for a bad sample", () => {
    expect(metric.measure(real, real)).toBeCloseTo(metric.ideal, 6);
    const worse = metric.measure(real, bad) - metric.ideal;
    expect(metric.better === "higher" ? -worse : worse).toBeGreaterThan(0.1);
  });

  test("stays in its range", () => {
    const [low, high] = metric.range;
    for (const value of [metric.measure(real, bad), metric.measure(bad, real), metric.ideal]) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
  });

  test("has a file that opens with its equation and its paper, and a test of the same name", () => {
    const path = new URL(`../../../lib/metrics/${name}.ts`, import.meta.url);
    const opening = readFileSync(path, "utf8").split("*/")[0]!;
    expect(opening).toMatch(/\b[A-Z][\p{L} &.]+,? \(?(19|20)\d\d\b/u);
    expect(opening).toContain("=");
    expect(readdirSync(new URL(".", import.meta.url))).toContain(`${name}.test.ts`);
  });
});

/** All metrics of sets together: against NumPy, on perfect generators, and on pictures that are bad in a known way. */
import {describe, expect, test} from "vitest";
import {metricWords, type SetMetricName, setMetrics} from "../../../lib/metrics/all-metrics.js";
import {type MetricValue, remarksOn, type Sample} from "../../../lib/metrics/metric.js";
import {picked} from "../../../lib/metrics/sample.js";
import {judgeAll} from "../../../lib/metrics/set-metric.js";
import {Random} from "../../../lib/random.js";
import {clusteredSample, clusteredSpace, sampleOf, widths} from "./clustered-sample.js";
import {made, precise, real, reference, space} from "./evaluation-reference.js";

const names = Object.keys(setMetrics) as SetMetricName[];

describe("on samples that NumPy has seen, too", () => {
  const judgements = judgeAll(setMetrics, real, made, space);

  test.each(names)("%s agrees to 1e-6, relative", (name) => {
    const [ours, theirs] = [judgements[name].value, reference.values[name]!];
    expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(precise * Math.abs(theirs));
  });

  test("there is no value of NumPy's without its metric", () => {
    expect(Object.keys(reference.values).toSorted()).toEqual(names.toSorted());
    expect(Object.keys(metricWords)).toEqual(names);
  });
});

test("a perfect generator is in its floor's band in nearly all of 100 seeds, by every metric", () => {
  const inside = Object.fromEntries(names.map((name) => [name, 0])) as Record<
    SetMetricName,
    number
  >;
  for (let seed = 0; seed < 100; seed++) {
    const [mine, other] = [clusteredSample(3000 + seed, 24), clusteredSample(seed, 24)];
    const judged = judgeAll(setMetrics, mine, other, clusteredSpace(6000 + seed, 24, 40));
    for (const name of names) {
      const {value, floor} = judged[name];
      if (value >= floor.low && value <= floor.high) inside[name]++;
    }
  }
  for (const name of names) expect(`${name} ${inside[name] >= 85}`).toBe(`${name} true`);
});

/** What is wrong with a generator, and which metrics must leave their floor, which way, and which must not. */
const n = 160;
const learned = clusteredSample(11, n);
const fresh = clusteredSample(12, n);
const chance = new Random(4);
const moved = (f: (value: number, i: number) => number) => sampleOf(fresh.features.map(f));
const faults: Readonly<
  Record<string, {made: Sample; up: SetMetricName[]; down: SetMetricName[]; still: SetMetricName[]}>
> = {
  "drops two of four modes": {
    made: clusteredSample(13, n, 0, 2),
    up: ["frechet", "kernelDistance"],
    down: ["inceptionScore", "recall", "coverage"],
    still: ["precision", "nearestDistance"],
  },
  "draws everything with less contrast": {
    made: moved((value) => 0.5 * value),
    up: ["frechet", "kernelDistance"],
    down: ["inceptionScore", "recall"],
    still: ["precision"],
  },
  "adds noise": {
    made: moved((value) => value + 2 * chance.normal()),
    up: ["frechet", "nearestDistance"],
    down: ["precision", "density", "coverage"],
    still: [],
  },
  "copies what it learned from": {
    made: picked(learned, new Random(5).permutation(n), widths),
    up: ["coverage"],
    down: ["authenticity", "nearestDistance", "frechet"],
    still: ["inceptionScore"],
  },
};

describe.each(Object.entries(faults))("a generator that %s", (_name, {made, up, down, still}) => {
  const judged = judgeAll(setMetrics, learned, made, clusteredSpace(14, n, 40));

  test.each(up)("has %s above its floor", (name) => {
    expect(judged[name].value).toBeGreaterThan(judged[name].floor.high);
  });
  test.each(down)("has %s below its floor", (name) => {
    expect(judged[name].value).toBeLessThan(judged[name].floor.low);
  });
  test.each(still)("leaves %s no worse than its floor", (name) => {
    expect(isNoWorse(name, judged[name])).toBe(true);
  });
});

function isNoWorse(name: SetMetricName, {value, floor}: MetricValue): boolean {
  return metricWords[name].better === "higher" ? value >= floor.low : value <= floor.high;
}

describe("what cannot be judged", () => {
  const few = clusteredSpace(14, n, 20);

  test.each(names)("%s says that pictures are too few, or broken", (name) => {
    const metric = setMetrics[name];
    expect(() => metric(learned, clusteredSample(1, 3), few)).toThrow("too few made pictures: 3");
    const broken = {...fresh, features: fresh.features.with(5, Number.NaN)};
    expect(() => metric(learned, broken, few)).toThrow("NaN or infinity");
  });

  test.each(names)("%s remarks that all are equal", (name) => {
    const equal = picked(fresh, new Uint32Array(20), widths);
    const {remarks, value} = setMetrics[name](learned, equal, few);
    expect(remarks).toEqual(remarksOn("made", equal, widths));
    expect(remarks[0]).toContain("All 20 made pictures look the same");
    expect(Number.isFinite(value)).toBe(true);
  });
});

import {describe, expect, test} from "vitest";
import {pairMetric} from "../../../lib/metrics/pair-metric.js";
import {Random} from "../../../lib/random.js";
import {clusteredSample, clusteredSpace, sampleOf, widths} from "./clustered-sample.js";

/** How far the first features are apart; none where they are equal. */
const apart = pairMetric({
  scoreless: "are equal",
  score(real, made, places) {
    const [a, b] = [real.features[6 * places.real]!, made.features[6 * places.made]!];
    return a === b ? undefined : Math.abs(a - b);
  },
});

const real = clusteredSample(1, 60);
const space = clusteredSpace(2, 4);
const near = sampleOf(real.features.map((value) => value + 0.25));

describe("pairMetric", () => {
  test("is the mean over pairs, far from that of pairs dealt anew", () => {
    const {value, interval, floor, n, remarks} = apart(real, near, space);
    expect(value).toBeCloseTo(0.25, 5);
    expect(interval.high).toBeCloseTo(0.25, 5);
    expect(floor.low).toBeGreaterThan(0.5);
    expect([n, remarks]).toEqual([60, []]);
  });

  test("pairs of chance lie in its floor in nearly all of 100 seeds", () => {
    const inside = Array.from({length: 100}, (_, seed) => {
      const others = clusteredSample(50 + seed, 60);
      const {value, floor} = apart(real, others, {...space, random: new Random(seed)});
      return value >= floor.low && value <= floor.high;
    });
    expect(inside.filter(Boolean).length).toBeGreaterThanOrEqual(88);
  });

  test("none meets its own in the floor", () => {
    const met: boolean[] = [];
    const spy = pairMetric({
      scoreless: "",
      score: (_real, _made, places) => {
        met.push(places.real === places.made);
        return 0;
      },
    });
    spy(real, near, space);
    expect(met.filter(Boolean)).toHaveLength(60);
  });

  test("leaves out pairs without a score, and says so", () => {
    const half = sampleOf(
      real.features.map((value, i) => (i < 30 * widths.size ? value : value + 1)),
    );
    const {n, remarks} = apart(real, half, space);
    expect(n).toBe(30);
    expect(remarks).toEqual(["30 of 60 pairs are equal: they are left out."]);
    expect(() => apart(real, real, space)).toThrow("0 of 60 (at least 2; the others are equal)");
  });

  test("needs pairs", () => {
    expect(() => apart(real, clusteredSample(1, 59), space)).toThrow("60 and 59 (pairs of them)");
    const broken = {...near, features: near.features.with(0, Number.NaN)};
    expect(() => apart(real, broken, space)).toThrow("NaN or infinity");
  });
});

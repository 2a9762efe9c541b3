import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {naturalLog, Random, type RandomState} from "../../lib/random.js";

const reference = JSON.parse(
  readFileSync(new URL("../reference/sfc32.json", import.meta.url), "utf8"),
) as {seed: number; bits: number[]; normals: number[]}[];

const seeds = [0, 1, 7, 4294967295];

function draws(count: number, draw: () => number): number[] {
  return Array.from({length: count}, draw);
}

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const central = (p: number) =>
    values.reduce((sum, x) => sum + (x - mean) ** p, 0) / values.length;
  const variance = central(2);
  return {mean, variance, skew: central(3) / variance ** 1.5, kurtosis: central(4) / variance ** 2};
}

/** Kolmogorov and Smirnov's distance between a sample and a cumulative distribution. */
function ksDistance(values: readonly number[], cdf: (x: number) => number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.reduce((worst, x, i) => {
    const p = cdf(x);
    return Math.max(worst, (i + 1) / sorted.length - p, p - i / sorted.length);
  }, 0);
}

/** A true null hypothesis exceeds this once in 10,000 samples: sqrt(ln(2 / 0.0001) / 2n). */
function ksBound(n: number): number {
  return Math.sqrt(Math.log(2 / 0.0001) / (2 * n));
}

/** By Taylor's series of erf, good to 1e-12 for |x| < 6. */
function normalCdf(x: number): number {
  if (Math.abs(x) > 6) return x > 0 ? 1 : 0;
  let term = x;
  let sum = x;
  for (let k = 1; k < 200; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, x) => sum + x, 0) / counts.length;
  return counts.reduce((sum, x) => sum + (x - expected) ** 2 / expected, 0);
}

/** Wilson & Hilferty's approximation of the value that a true null hypothesis exceeds once in 10,000. */
function chiSquareBound(freedom: number): number {
  const h = 2 / (9 * freedom);
  return freedom * (1 - h + 3.719 * Math.sqrt(h)) ** 3;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [moments(a), moments(b)];
  const product = a.reduce((sum, x, i) => sum + (x - ma.mean) * (b[i]! - mb.mean), 0) / a.length;
  return product / Math.sqrt(ma.variance * mb.variance);
}

describe("reference", () => {
  test.each(reference)("seed $seed gives the bits of an independent sfc32", ({seed, bits}) => {
    const random = new Random(seed);
    expect(draws(bits.length, () => random.bits())).toEqual(bits);
  });

  test.each(reference)("seed $seed gives its normal numbers", ({seed, normals}) => {
    const random = new Random(seed);
    for (const expected of normals) expect(random.normal()).toBeCloseTo(expected, 13);
  });
});

describe("uniform", () => {
  test.each(seeds)("seed %i: moments and Kolmogorov distance", (seed) => {
    const random = new Random(seed);
    const values = draws(100_000, () => random.uniform());
    const {mean, variance} = moments(values);
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / 100_000));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / 100_000));
    expect(ksDistance(values, (x) => x)).toBeLessThan(ksBound(100_000));
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
  });

  test("each of the 32 bits is set half of the time", () => {
    const random = new Random(3);
    const words = draws(20_000, () => random.bits());
    for (let bit = 0; bit < 32; bit++) {
      const share = words.filter((word) => (word >>> bit) & 1).length / words.length;
      expect(Math.abs(share - 0.5), `bit ${bit}`).toBeLessThan(4 * Math.sqrt(0.25 / words.length));
    }
  });

  test("neighbours in a stream do not go together", () => {
    const random = new Random(11);
    const values = draws(50_001, () => random.uniform());
    for (const lag of [1, 2, 3, 12])
      expect(Math.abs(correlation(values.slice(lag), values.slice(0, -lag)))).toBeLessThan(0.018);
  });

  test("low and high", () => {
    const random = new Random(5);
    const values = draws(10_000, () => random.uniform(-3, 2));
    expect(ksDistance(values, (x) => (x + 3) / 5)).toBeLessThan(ksBound(10_000));
  });
});

describe("integer", () => {
  test.each([2, 3, 10, 100])("%i values are equally frequent", (count) => {
    const random = new Random(count);
    const counts = new Array<number>(count).fill(0);
    for (let i = 0; i < 50_000; i++) counts[random.integer(count)]!++;
    expect(chiSquare(counts)).toBeLessThan(chiSquareBound(count - 1));
  });

  test("no modulo bias: of 3e9 values the first 2^32 - 3e9 are not twice as frequent", () => {
    const random = new Random(2);
    const low = draws(20_000, () => random.integer(3e9)).filter((x) => x < 2 ** 32 - 3e9).length;
    expect(Math.abs(low / 20_000 - 0.4317)).toBeLessThan(0.015); // with the bias 0.603
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1])("refuses %d", (count) => {
    expect(() => new Random(0).integer(count)).toThrow(
      `invalid count: ${count} (an integer from 1 to 4294967296)`,
    );
  });
});

describe("normal", () => {
  test.each(seeds)("seed %i: moments and Kolmogorov distance", (seed) => {
    const n = 100_000;
    const {mean, variance, skew, kurtosis} = moments([...new Random(seed).normals(n)]);
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(skew)).toBeLessThan(4 * Math.sqrt(6 / n));
    expect(Math.abs(kurtosis - 3)).toBeLessThan(4 * Math.sqrt(24 / n));
    const random = new Random(seed);
    const values = draws(n, () => random.normal());
    expect(ksDistance(values, normalCdf)).toBeLessThan(ksBound(n));
  });

  test("normals are the stream's normal numbers as floats", () => {
    const [a, b] = [new Random(9), new Random(9)];
    expect([...a.normals(100)]).toEqual(draws(100, () => Math.fround(b.normal())));
  });

  test("the exact-operations logarithm is Math.log to two units in the last place", () => {
    const random = new Random(4);
    const nearOne = draws(2000, () => 1 - random.uniform() * 1e-6);
    const tiny = draws(2000, () => random.uniform() * 2 ** -random.integer(60) + 2 ** -62);
    for (const x of [1, 0.5, Math.SQRT1_2, 2 ** -62, ...nearOne, ...tiny])
      expect(Math.abs(naturalLog(x) - Math.log(x))).toBeLessThanOrEqual(
        2 * Number.EPSILON * Math.abs(Math.log(x)),
      );
  });
});

describe("permutation", () => {
  test("all 24 orders of four are equally frequent", () => {
    const random = new Random(6);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = random.permutation(4).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()])).toBeLessThan(chiSquareBound(23));
  });

  test.each([0, 1, 2, 17, 1000])("of %i holds each index once", (count) => {
    const order = new Random(count).permutation(count);
    expect([...order].sort((a, b) => a - b)).toEqual(draws(count, () => 0).map((_, i) => i));
  });

  test.each([-1, 2.5, Number.NaN])("of %d is refused", (count) => {
    expect(() => new Random(0).permutation(count)).toThrow(
      `invalid count: ${count} (a whole number, 0 or more)`,
    );
  });

  test("shuffle keeps the items and leaves its argument alone", () => {
    const items = ["a", "b", "c", "d", "e"];
    const shuffled = new Random(1).shuffle(items);
    expect(items).toEqual(["a", "b", "c", "d", "e"]);
    expect(shuffled.toSorted()).toEqual(items);
    expect(new Random(1).shuffle(items)).toEqual(shuffled);
  });
});

describe("fork", () => {
  test("leaves its parent where it was and depends on the parent's state and the label", () => {
    const parent = new Random(8);
    const before = parent.state();
    const first = parent.fork("noise").bits();
    expect(parent.state()).toEqual(before);
    expect(parent.fork("noise").bits()).toBe(first);
    expect(parent.fork("weights").bits()).not.toBe(first);
    parent.bits();
    expect(parent.fork("noise").bits()).not.toBe(first);
  });

  test("no two of 20,000 labels, seeds and moments share a stream", () => {
    const firsts = new Set<string>();
    for (let i = 0; i < 5000; i++) {
      const late = new Random(1);
      for (let skipped = 0; skipped < i % 50; skipped++) late.bits();
      firsts.add(new Random(1).fork(`${i}`).state().join());
      firsts.add(new Random(1).fork("a".repeat(i)).state().join());
      firsts.add(new Random(i + 2).fork("a").state().join());
      firsts.add(late.fork(`late ${i}`).state().join());
    }
    expect(firsts.size).toBe(20_000);
  });

  test("siblings, child and parent do not go together", () => {
    const n = 40_000;
    const parent = new Random(12);
    const children = ["a", "b", "weights", "weights2"].map((label) => parent.fork(label));
    const streams = [parent, ...children, new Random(13)].map((r) => draws(n, () => r.uniform()));
    for (const [i, a] of streams.entries())
      for (const b of streams.slice(i + 1))
        expect(Math.abs(correlation(a, b))).toBeLessThan(4.5 / Math.sqrt(n));
  });
});

describe("state", () => {
  test.each(seeds)("seed %i goes on bit-equal after a round trip through JSON", (seed) => {
    const random = new Random(seed);
    for (let i = 0; i < seed % 100; i++) random.normal();
    const copy = Random.from(JSON.parse(JSON.stringify(random.state())) as RandomState);
    expect(copy.state()).toEqual(random.state());
    expect(draws(1000, () => copy.normal())).toEqual(draws(1000, () => random.normal()));
    expect([...copy.permutation(50)]).toEqual([...random.permutation(50)]);
  });

  test.each([
    [[1, 2, 3]],
    [[1, 2, 3, -1]],
    [[1, 2, 3, 4294967296]],
    [[1, 2, 3, 0.5]],
    [[1, 2, 3, "4"]],
    [null],
  ])("%j is refused", (state) => {
    expect(() => Random.from(state as unknown as RandomState)).toThrow(
      /^invalid random state: .* \(four integers from 0 to 4294967295\)$/,
    );
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 4294967296])(
    "seed %d is refused",
    (seed) => {
      expect(() => new Random(seed)).toThrow(
        `invalid seed: ${seed} (an integer from 0 to 4294967295)`,
      );
    },
  );
});

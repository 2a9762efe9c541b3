import {describe, expect, test} from "vitest";
import {biasLine, scoresByCount} from "../../../lib/metrics/bias-line.js";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {Pool} from "../../../lib/metrics/pool.js";
import {rowsAt} from "../../../lib/metrics/sample.js";
import {Random} from "../../../lib/random.js";
import {clusteredSample, clusteredSpace, widths} from "./clustered-sample.js";
import {precise, reference} from "./evaluation-reference.js";

describe("biasLine", () => {
  test("is NumPy's to 1e-6, relative", () => {
    const {counts, scores, slope, limit} = reference.line;
    const line = biasLine(counts.map((n, i) => ({n, value: scores[i]!})));
    expect(Math.abs(line.slope / slope - 1)).toBeLessThan(precise);
    expect(Math.abs(line.limit / limit - 1)).toBeLessThan(precise);
  });

  test("needs two numbers of pictures", () => {
    const same = [1, 2].map((value) => ({n: 50, value}));
    expect(() => biasLine(same)).toThrow("too few numbers of pictures: 1");
  });
});

test("the Fréchet distance of few pictures is too large, and its line ends near that of many", () => {
  const pool = new Pool(
    clusteredSample(1, 2000),
    clusteredSample(2, 800, 0.3),
    clusteredSpace(3, 800),
  );
  const of = (_pool: Pool, a: Uint32Array, b: Uint32Array) => {
    const [x, y] = [a, b].map((rows) =>
      featureStatistics(rowsAt(pool.all.features, rows, widths.size), widths.size),
    );
    return frechetDistance(x!, y!);
  };
  const scores = scoresByCount(pool, of, [30, 60, 120, 240], 12, new Random(4));
  const whole = of(pool, pool.real, pool.made);
  expect(scores[0]!.value).toBeGreaterThan(1.3 * whole);
  expect(biasLine(scores).limit / whole).toBeGreaterThan(0.85);
  expect(biasLine(scores).limit / whole).toBeLessThan(1.15);
});

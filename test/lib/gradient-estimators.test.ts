import {describe, expect, test} from "vitest";
import {
  type Cost,
  estimateOnce,
  estimatorNames,
  expectedCost,
  momentsOf,
} from "../../lib/gradient-estimators.js";
import {Random} from "../../lib/random.js";

const bowl: Cost = {f: (z) => (z - 1) ** 2, slope: (z) => 2 * (z - 1)};
const cloud = {mean: -0.5, spread: 0.7};
const [d, s] = [cloud.mean - 1, cloud.spread];
const parameters = ["mean", "logSpread"] as const;

describe("of a bowl, whose moments are known in closed form", () => {
  test("both have the true gradient for their mean, whatever the baseline", () => {
    for (const name of estimatorNames)
      for (const baseline of [0, 3]) {
        const {mean, logSpread} = momentsOf(name, bowl, cloud, baseline);
        expect(mean.mean).toBeCloseTo(2 * d, 9);
        expect(logSpread.mean).toBeCloseTo(2 * s * s, 9);
      }
  });

  test("the pathwise one spreads by 2 sigma, and by 2 sigma sqrt(d² + 2 sigma²)", () => {
    const {mean, logSpread} = momentsOf("pathwise", bowl, cloud, 0);
    expect(mean.spread).toBeCloseTo(2 * s, 9);
    expect(logSpread.spread).toBeCloseTo(2 * s * Math.sqrt(d * d + 2 * s * s), 9);
  });

  test("the score one spreads as the moments of a normal number say", () => {
    const {mean} = momentsOf("score", bowl, cloud, 0);
    const squares = (d ** 4 + 18 * d * d * s * s + 15 * s ** 4) / (s * s);
    expect(mean.spread).toBeCloseTo(Math.sqrt(squares - 4 * d * d), 8);
  });

  test("the expected cost is d² + sigma²", () => {
    expect(expectedCost(bowl, cloud)).toBeCloseTo(d * d + s * s, 9);
  });
});

test("what is drawn keeps to the moments, for one draw and for ten", () => {
  const random = new Random(1);
  for (const draws of [1, 10]) {
    const all = Array.from({length: 20_000}, () =>
      estimateOnce(bowl, cloud, {draws, baseline: 1}, random),
    );
    for (const name of estimatorNames)
      for (const parameter of parameters) {
        const {mean, spread} = momentsOf(name, bowl, cloud, 1)[parameter];
        const values = all.map((each) => each[name][parameter]);
        const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
        const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
        const error = spread / Math.sqrt(draws);
        expect(Math.abs(middle - mean)).toBeLessThan((5 * error) / Math.sqrt(values.length));
        expect(Math.sqrt(squares / values.length) / error).toBeGreaterThan(0.85);
        expect(Math.sqrt(squares / values.length) / error).toBeLessThan(1.15);
      }
  }
});

test("a constant on top of the cost spreads the score estimate, unless the baseline takes it off", () => {
  const high: Cost = {...bowl, f: (z) => bowl.f(z) + 20};
  const spreadOf = (cost: Cost, baseline: number) =>
    momentsOf("score", cost, cloud, baseline).mean.spread;
  expect(spreadOf(high, 0)).toBeGreaterThan(4 * spreadOf(bowl, 0));
  expect(spreadOf(high, expectedCost(high, cloud))).toBeCloseTo(
    spreadOf(bowl, expectedCost(bowl, cloud)),
    6,
  );
  const [plain, raised] = [bowl, high].map((cost) => momentsOf("pathwise", cost, cloud, 0));
  expect(raised).toEqual(plain);
});

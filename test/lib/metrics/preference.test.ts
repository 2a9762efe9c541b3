import {expect, test} from "vitest";
import {
  type Choice,
  choiceChances,
  preferenceOf,
  worthOf,
} from "../../../lib/metrics/preference.js";
import {Random} from "../../../lib/random.js";

const of = (choices: readonly Choice[], features: number, ridge = 1) =>
  preferenceOf(choices, {features, ridge});

/** Σ ln P - r/2 |w|², written anew. */
function height(choices: readonly Choice[], weights: ArrayLike<number>, ridge: number): number {
  let sum = 0;
  for (const {offered, chosen} of choices) {
    const values = offered.map((features) => worthOf(weights, features));
    sum += values[chosen]! - Math.log(values.reduce((all, value) => all + Math.exp(value), 0));
  }
  return sum - (ridge / 2) * worthOf(weights, weights);
}

function someChoices(count: number): Choice[] {
  const random = new Random(4);
  return Array.from({length: count}, () => {
    const offered = Array.from({length: 4}, () => [...random.normals(3)]);
    return {offered, chosen: random.integer(4)};
  });
}

test("nothing is known before the first choice", () => {
  const {weights, spreads} = of([], 3, 4);
  expect([...weights]).toEqual([0, 0, 0]);
  expect([...spreads]).toEqual([0.5, 0.5, 0.5]);
});

test("one choice of two: the weight solves w = 1 - 1/(1 + e^-w)", () => {
  const {weights, spreads} = of([{offered: [[1], [0]], chosen: 0}], 1);
  const w = weights[0]!;
  expect(w).toBeCloseTo(1 - 1 / (1 + Math.exp(-w)), 9);
  const p = 1 / (1 + Math.exp(-w));
  expect(spreads[0]).toBeCloseTo(1 / Math.sqrt(1 + p * (1 - p)), 9);
});

test("no other weights are more probable, in any direction", () => {
  const choices = someChoices(30);
  const {weights} = of(choices, 3, 0.5);
  const top = height(choices, weights, 0.5);
  for (let i = 0; i < 3; i++)
    for (const nudge of [-0.01, 0.01]) {
      const other = weights.map((weight, j) => (j === i ? weight + nudge : weight));
      expect(height(choices, other, 0.5)).toBeLessThan(top);
    }
});

test("a feature that all share is not learned, and more choices leave less doubt", () => {
  const shared = someChoices(8).map(({offered, chosen}) => ({
    offered: offered.map((row) => [row[0]!, 1]),
    chosen,
  }));
  expect(of(shared, 2).weights[1]).toBeCloseTo(0, 12);
  expect(of(shared, 2).spreads[1]).toBeCloseTo(1, 12);
  expect(of(someChoices(40), 3).spreads[0]).toBeLessThan(of(someChoices(4), 3).spreads[0]!);
});

test("a taste is found again", () => {
  const random = new Random(9);
  const taste = [2, -1, 0];
  const choices = Array.from({length: 400}, () => {
    const offered = Array.from({length: 4}, () => [...random.normals(3)]);
    const chances = choiceChances(offered.map((row) => worthOf(taste, row)));
    const at = random.uniform();
    const upTo = chances.map((_, i) =>
      chances.slice(0, i + 1).reduce((sum, each) => sum + each, 0),
    );
    return {
      offered,
      chosen: Math.max(
        0,
        upTo.findIndex((end) => at < end),
      ),
    };
  });
  const {weights, spreads} = of(choices, 3);
  for (const [i, weight] of taste.entries())
    expect(Math.abs(weights[i]! - weight)).toBeLessThan(3 * spreads[i]!);
});

test("chances add up to 1, whatever the values", () => {
  for (const values of [
    [0, 0],
    [4000, 3999],
    [-4000, 0, 4000],
  ]) {
    const chances = choiceChances(values);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  }
});

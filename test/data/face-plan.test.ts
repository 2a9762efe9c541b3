import {expect, test} from "vitest";
import {chanceCounts, planFaces} from "../../data/face-plan.js";
import {faces} from "../../lib/datasets/faces.js";
import {Random} from "../../lib/random.js";

const count = 3600;
const plans = planFaces(count, new Random(4));
const place = (name: string) => faces.attributes.findIndex((attribute) => attribute.name === name);
const shareOf = (test: (labels: readonly number[]) => boolean) =>
  plans.filter(({labels}) => test(labels)).length / count;

test("every option of an attribute is equally often there", () => {
  for (const [a, {name, options}] of faces.attributes.entries())
    for (const label of options.keys()) {
      const share = shareOf((labels) => labels[a] === label);
      // Hair colours depend on which heads are bare, which is chance.
      if (name === "hairColour") expect(share, name).toBeCloseTo(1 / options.length, 1);
      else expect(share, name).toBe(1 / options.length);
    }
});

test("attributes are independent, but for the colour of hair that is not there", () => {
  const both = shareOf((labels) => labels[place("glasses")] === 2 && labels[place("skin")] === 0);
  expect(both).toBeGreaterThan(1 / 9 - 0.02);
  expect(both).toBeLessThan(1 / 9 + 0.02);
  for (const {labels} of plans) {
    const isBare = labels[place("hair")] === 0 && labels[place("beard")] === 0;
    expect(labels[place("hairColour")] === 0).toBe(isBare);
  }
});

test("what is left to chance takes every value, and the same seed the same ones", () => {
  for (const [name, n] of Object.entries(chanceCounts))
    expect(new Set(plans.map(({chance}) => chance[name as "eyes"])).size).toBe(n);
  expect(planFaces(60, new Random(4))).toEqual(planFaces(60, new Random(4)));
});

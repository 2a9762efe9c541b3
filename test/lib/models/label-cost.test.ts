import {expect, it} from "vitest";
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {type LabelCost, labelCost, toldLabels} from "../../../lib/models/label-cost.js";
import {Random} from "../../../lib/random.js";

/** Four kinds of picture, a bright quarter each, in noise. */
function quarters(n: number, seed: number): ImageDataset {
  const random = new Random(seed);
  const labels = Uint8Array.from({length: n}, (_, i) => i % 4);
  const data = Uint8Array.from({length: n * 64}, (_, at) => {
    const [x, y] = [at % 8, Math.floor(at / 8) % 8];
    const quarter = 2 * Math.floor(y / 4) + Math.floor(x / 4);
    return quarter === labels[Math.floor(at / 64)]!
      ? 90 + random.integer(160)
      : random.integer(120);
  });
  const classNames = ["a", "b", "c", "d"];
  return {name: "q", title: "q", classNames, images: {data, shape: [n, 8, 8, 1]}, labels};
}

function run(seed: number, ridge = 10): LabelCost {
  const [train, test] = [quarters(120, 1), quarters(200, 2)];
  const sizes = {learned: 80, tested: 100, features: 100, ridge, shares: [0, 0.4, 0.75, 1]};
  const work = labelCost({train, test, ...sizes}, new Random(seed));
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

it("is right about all with right labels, guesses with labels by lot, and is wrong with none right", () => {
  const {one, majority} = run(3);
  expect(one[0]).toBe(1);
  expect(one[1]).toBeGreaterThan(0.6);
  expect(one[2]).toBeGreaterThan(0.05);
  expect(one[2]).toBeLessThan(0.55);
  expect(one[3]).toBeLessThan(0.1);
  expect(majority[1]).toBeGreaterThanOrEqual(one[1]!);
  expect(run(3)).toEqual({one, majority});
  expect(run(4)).not.toEqual({one, majority});
});

it("lets the majority of three hold, and the first where all differ", () => {
  const truth = new Uint8Array(4000);
  const {one, majority} = toldLabels(truth, 4, 0.3, new Random(5));
  const wrong = (labels: Uint8Array) => labels.filter((label) => label !== 0).length / 4000;
  expect(wrong(one)).toBe(0.3);
  // Two or three wrong alike, or the first wrong and all different, for three classes to err to.
  const alike = 3 * 0.3 ** 2 * 0.7 * (1 / 3) + 0.3 ** 3 * (1 - 2 / 9);
  const differ = 0.3 ** 2 * 0.7 * 2 * (2 / 3) + 0.3 ** 3 * (2 / 9);
  expect(Math.abs(wrong(majority) - alike - differ)).toBeLessThan(0.02);
});

import {describe, expect, test} from "vitest";
import {covered, occlusionMap, type Patches} from "../../../lib/metrics/occlusion.js";
import {plainClassifier} from "../../../lib/models/plain-classifier.js";
import {pictureAt, reference, weights} from "../models/saliency-reference.js";

const classify = plainClassifier(weights);

function mapBy(
  score: (picture: Float32Array) => number,
  picture: Float32Array,
  patches: Patches,
  cover: number,
): Float32Array {
  const scores = Array.from(covered(picture, patches, cover), score);
  return occlusionMap(score(picture), scores, patches);
}

test.each([
  ["occlusion", {side: 28, edge: 8, stride: 4}, 0],
  ["fine", {side: 28, edge: 7, stride: 3}, -1],
] as const)("of the course's classifier is NumPy's: %s", (name, patches, cover) => {
  for (const expected of reference.maps.slice(0, 2)) {
    const logit = (picture: Float32Array) => classify(picture).logits.data[expected.kind]!;
    const map = mapBy(logit, pictureAt(expected.index), patches, cover);
    for (const [i, place] of reference.places.entries())
      expect(map[place]).toBeCloseTo(expected[name][i]!, 3);
  }
});

test("of a sum is, for each pixel, the mean of what its patches add to it", () => {
  const picture = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
  const sum = (values: Float32Array) => values.reduce((all, value) => all + value, 0);
  // Patches of 2 by 2 at all four places: their sums are 12, 16, 24, 28.
  const map = mapBy(sum, picture, {side: 3, edge: 2, stride: 1}, 0);
  expect([...map]).toEqual([12, 14, 16, 18, 20, 22, 24, 26, 28]);
  // Covered by what is there already, nothing falls.
  const flat = new Float32Array(9).fill(0.5);
  expect([...mapBy(sum, flat, {side: 3, edge: 3, stride: 1}, 0.5)]).toEqual(Array(9).fill(0));
});

describe("names what does not fit", () => {
  const picture = new Float32Array(16);
  test.each([
    [{side: 4, edge: 3, stride: 2}, "invalid patches: 3 wide, every 2 of 4 pixels"],
    [{side: 4, edge: 1, stride: 3}, "invalid patches: 1 wide, every 3 of 4 pixels"],
    [{side: 4, edge: 5, stride: 1}, "invalid patches: 5 wide, every 1 of 4 pixels"],
    [{side: 5, edge: 2, stride: 1}, "invalid picture: 16 numbers (25)"],
  ] as const)("%j", (patches, message) => {
    expect(() => [...covered(picture, patches, 0)]).toThrow(message);
  });
  test("another number of scores", () => {
    expect(() => occlusionMap(1, [1, 2, 3], {side: 4, edge: 2, stride: 2})).toThrow(
      "invalid number of scores: 3 (4 patches)",
    );
  });
});

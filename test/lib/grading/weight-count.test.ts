import {expect, it} from "vitest";
import {denseWeights, widthsIn} from "../../../lib/grading/weight-count.js";

const ends = {inputs: 2, outputs: 2};

it("counts a weight for each input and a bias, for each neuron", () => {
  expect(denseWeights([], ends)).toBe(6);
  expect(denseWeights([7, 7], ends)).toBe(21 + 56 + 16);
  expect(denseWeights([5], {inputs: 3, outputs: 1})).toBe(20 + 6);
});

it("finds the widths in code, in their order, and none in a comment or a type", () => {
  const code = `return [
    {width: 12, activation: "leaky"}, // {width: 99}
    /* {width: 98, activation: "relu"}, */
    {activation: "none", width:3},
  ];
  interface Layer { width: number }`;
  expect(widthsIn(code)).toEqual([12, 3]);
  expect(widthsIn("")).toEqual([]);
});

import {expect, it} from "vitest";
import {passThrough, weightPlaces} from "../../../../lib/descent/small-network.js";
import {
  formulaLines,
  nextText,
  sumText,
  told,
  weightName,
} from "../../../../src/figures/neuron/neuron-text.js";

it("writes a sum with its numbers, each sign once", () => {
  expect(sumText([-4, -2, 0], [0.9, 0.1], -3.8)).toBe("−4.00 × 0.90 − 2.00 × 0.10 + 0.00 = −3.80");
  expect(sumText([1, -0.5], [0.25], -0.25)).toBe("1.00 × 0.25 − 0.50 = −0.25");
  expect(told(-0.001)).toBe("0.00");
});

it("writes each neuron of each layer, then answer, loss and slope", () => {
  const sizes = [2, 2, 1];
  const weights = [1, 1, 0, 1, 1, -1, 1, -2, 0];
  const picture = [0.9, 0.6];
  const lines = formulaLines({
    ...{activation: "relu", weights, places: weightPlaces(sizes), picture},
    passes: passThrough({sizes, activation: "relu"}, weights, picture),
    target: 0,
  });
  expect(lines.map(({name}) => name)).toEqual([
    "layer 1, neuron 1",
    "layer 1, neuron 2",
    "score",
    "answer",
    "loss",
    "slope",
  ]);
  expect(lines[1]!.text).toBe("1.00 × 0.90 + 1.00 × 0.60 − 1.00 = 0.50; max(0, 0.50) = 0.50");
  expect(lines[2]!.text).toBe("1.00 × 1.50 − 2.00 × 0.50 + 0.00 = 0.50");
  expect(lines[3]!.text).toBe("1 / (1 + exp(−0.50)) = 0.62 for yes");
  expect(lines[4]!.text).toBe("−ln 0.38 = 0.97, for no is right");
  expect(lines[5]!.text).toBe("0.62 − 0 = 0.62, of the loss along the score");
});

it("says that a picture without a label has no loss", () => {
  const [weights, picture] = [
    [0, 0, 0],
    [0.5, 0.5],
  ];
  const lines = formulaLines({
    ...{activation: "relu", weights, places: weightPlaces([2, 1]), picture},
    passes: passThrough({sizes: [2, 1], activation: "relu"}, weights, picture),
    target: undefined,
  });
  expect(lines.find(({name}) => name === "loss")!.text).toContain("nobody has said");
});

it("writes what a step does to a weight", () => {
  expect(nextText("left weight", -4, 1, -0.304, -3.696)).toBe(
    "Left weight: −4.00 − 1 × (−0.304) = −3.70.",
  );
  expect(weightName({layer: 2, neuron: 0, input: 1}, 2)).toBe("layer 2, the answer: weight 2");
});

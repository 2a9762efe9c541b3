import {expect, it} from "vitest";
import {HandDescent} from "../../../lib/descent/hand-descent.js";
import {gradientOf, type SmallNetwork} from "../../../lib/descent/small-network.js";
import {twoPixelTasks} from "../../../lib/descent/two-pixels.js";

const network: SmallNetwork = {sizes: [2, 1], activation: "relu"};
const {examples} = twoPixelTasks.lighter;

it("takes its examples in turn, and counts an epoch when all have been seen", () => {
  const descent = new HandDescent({network, examples, perStep: 1}, [1, 1, 0]);
  for (let i = 0; i < 7; i++) descent.step(0.5);
  expect(descent.epochs).toBe(0);
  expect(descent.batch).toEqual([examples[7]]);
  descent.step(0.5);
  expect(descent.epochs).toBe(1);
  expect(descent.batch).toEqual([examples[0]]);
});

it("moves by the slope times the rate, and takes a step back", () => {
  const descent = new HandDescent({network, examples, perStep: 8}, [1, -1, 0.5]);
  const slopes = gradientOf(network, [1, -1, 0.5], examples);
  descent.step(2);
  expect(descent.now.weights[1]).toBeCloseTo(-1 - 2 * slopes[1]!, 12);
  descent.back();
  descent.back();
  expect(descent.now.weights).toEqual([1, -1, 0.5]);
  expect(descent.steps).toBe(0);
});

it("knows when it is lost", () => {
  const descent = new HandDescent({network, examples, perStep: 8}, [1, -1, 0]);
  expect(descent.isLost).toBe(false);
  descent.step(1e9);
  expect(descent.isLost).toBe(true);
});

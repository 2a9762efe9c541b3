import {expect, it} from "vitest";
import {answerField, lossSurface} from "../../../lib/descent/loss-surface.js";
import {answerOf, lossOf, type SmallNetwork} from "../../../lib/descent/small-network.js";
import {twoPixelTasks} from "../../../lib/descent/two-pixels.js";

const network: SmallNetwork = {sizes: [2, 2, 1], activation: "tanh"};
const weights = [0.3, -1, 0.2, 0.7, 0.1, -0.4, 1.5, -0.6, 0.05];
const {examples} = twoPixelTasks.one;

it("has the loss with two weights set, the others as they are", () => {
  const options = {network, examples, weights, across: 3, up: 6, extent: 2, nodes: 5};
  const {data, shape} = lossSurface(options);
  expect(shape).toEqual([5, 5]);
  const set = weights.with(3, 1).with(6, -2);
  expect(data[0 * 5 + 3]).toBeCloseTo(lossOf(network, set, examples), 6);
  const other = weights.with(3, -2).with(6, 2);
  expect(data[4 * 5 + 0]).toBeCloseTo(lossOf(network, other, examples), 6);
  expect(weights[3]).toBe(0.7);
});

it("has the answer to each picture, the right pixel growing with the row", () => {
  const {data} = answerField(network, weights, 3);
  expect(data[1 * 3 + 2]).toBeCloseTo(answerOf(network, weights, [1, 0.5]), 6);
});

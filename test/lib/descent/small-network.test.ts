import {expect, it} from "vitest";
import {
  type Activation,
  answerOf,
  crossEntropy,
  gradientOf,
  lossOf,
  passThrough,
  type SmallNetwork,
  stepDown,
  weightPlaces,
} from "../../../lib/descent/small-network.js";
import {twoPixelTasks} from "../../../lib/descent/two-pixels.js";
import {Random} from "../../../lib/random.js";

const one: SmallNetwork = {sizes: [2, 1], activation: "relu"};
const {examples} = twoPixelTasks.lighter;

it("answers with the sigmoid of the weighted sum", () => {
  const [pass] = passThrough(one, [1, -2, 0.5], [0.9, 0.2]);
  expect(pass!.sums[0]).toBeCloseTo(1, 12);
  expect(pass!.outputs[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
  expect(answerOf(one, [1, -2, 0.5], [0.9, 0.2])).toBe(pass!.outputs[0]);
});

it("passes what a layer gives to the next: an exclusive or by hand", () => {
  const network: SmallNetwork = {sizes: [2, 2, 1], activation: "relu"};
  const weights = [1, 1, 0, 1, 1, -1, 1, -2, 0];
  const sums = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ].map((x) => passThrough(network, weights, x).at(-1)!.sums[0]);
  expect(sums).toEqual([0, 1, 1, 0]);
});

it("costs ln 2 to know nothing, and stays finite whatever the sum", () => {
  expect(lossOf(one, [0, 0, 0], examples)).toBeCloseTo(Math.LN2, 12);
  expect(crossEntropy(-2000, 1)).toBe(2000);
  expect(crossEntropy(2000, 1)).toBe(0);
});

const shapes = [
  [2, 1],
  [2, 2, 1],
  [2, 2, 2, 1],
  [3, 5, 4, 1],
];
const networks = shapes.flatMap((sizes) =>
  (["relu", "tanh", "none"] as Activation[]).map((activation) => ({sizes, activation})),
);

it.each(networks)("has the slopes that differences say, to 1e-8: %o", (network) => {
  const random = new Random(5);
  for (let draw = 0; draw < 5; draw++) {
    const weights = weightPlaces(network.sizes).map(() => random.normal());
    const some = Array.from({length: 4}, (_, i) => ({
      x: Array.from({length: network.sizes[0]!}, () => random.uniform()),
      target: i % 2,
    }));
    const slopes = gradientOf(network, weights, some);
    weights.forEach((weight, i) => {
      const at = (value: number) => lossOf(network, weights.with(i, value), some);
      const h = 1e-5;
      expect(slopes[i]).toBeCloseTo((at(weight + h) - at(weight - h)) / (2 * h), 8);
    });
  }
});

it("goes downhill by a short step", () => {
  const weights = [-4, -2, 0];
  const next = stepDown(weights, gradientOf(one, weights, examples), 0.1);
  expect(lossOf(one, next, examples)).toBeLessThan(lossOf(one, weights, examples));
});

it("counts weights by layer, neuron and input, the bias last", () => {
  const places = weightPlaces([2, 2, 1]);
  expect(places).toHaveLength(9);
  expect(places[4]).toEqual({layer: 1, neuron: 1, input: 1});
  expect(places[5]).toEqual({layer: 1, neuron: 1, input: undefined});
  expect(places[8]).toEqual({layer: 2, neuron: 0, input: undefined});
});

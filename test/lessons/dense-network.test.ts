import {expect, it} from "vitest";
import {DenseNetwork} from "../../lessons/03-gans/dense-network.js";
import {trainDesign, weightsOf} from "../../lessons/03-gans/layers-gan.js";
import type {LayerShape} from "../../lib/grading/layer-shape.js";
import {Random} from "../../lib/random.js";

const shapes: readonly LayerShape[] = [
  {width: 4, activation: "leaky"},
  {width: 3, activation: "relu"},
  {width: 2, activation: "none"},
];

it("passes back how a sum of the outputs changes with each input", () => {
  const network = new DenseNetwork(2, shapes, new Random(3));
  const rows = Float64Array.from({length: 10}, (_, i) => Math.sin(7 * i));
  const total = (at: Float64Array) => network.forward(at).reduce((sum, each) => sum + each, 0);
  network.forward(rows);
  const slopes = network.backward(new Float64Array(10).fill(1));
  for (let i = 0; i < rows.length; i++) {
    const [up, down] = [1e-6, -1e-6].map((by) => total(rows.with(i, rows[i]! + by)));
    expect(slopes[i]).toBeCloseTo((up! - down!) / 2e-6, 5);
  }
});

it("moves its weights down the slopes that were gathered since they were forgotten", () => {
  const network = new DenseNetwork(2, shapes, new Random(3));
  const rows = Float64Array.from({length: 10}, (_, i) => Math.cos(5 * i));
  const miss = () => network.forward(rows).map((each) => each - 1);
  const loss = () => miss().reduce((sum, each) => sum + each * each, 0);
  const before = loss();
  for (let step = 0; step < 50; step++) {
    network.forget();
    network.backward(miss());
    network.move(0.01);
  }
  expect(loss()).toBeLessThan(before / 2);
});

it("gives the same design the same run, and counts its weights", () => {
  const design = shapes.slice(0, 2);
  const [run, again] = [1, 1].map((seed) => trainDesign(design, seed, "ring", 50, 0.005));
  expect(run).toEqual(again);
  expect(trainDesign(design, 2, "ring", 50, 0.005).distances).not.toEqual(run!.distances);
  expect(weightsOf(design)).toBe(12 + 15 + 8);
});

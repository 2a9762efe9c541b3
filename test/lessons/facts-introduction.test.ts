import {expect, it} from "vitest";
import {HandDescent} from "../../lib/descent/hand-descent.js";
import {defaultParams} from "../../lib/params.js";
import {neuronDials} from "../../src/figures/neuron/neuron-dials.js";
import {
  type NeuronDials,
  restReason,
  startWeights,
  taskOf,
} from "../../src/figures/neuron/neuron-state.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("01-introduction");
const first = defaultParams(neuronDials);

/** So many steps with these dials from the start of this draw. */
function descended(steps: number, changed: Partial<NeuronDials> = {}, draw = 0): HandDescent {
  const dials = {...first, ...changed};
  const descent = new HandDescent(taskOf(dials), startWeights(dials, draw));
  for (let i = 0; i < steps; i++) descent.step(dials.rate);
  return descent;
}

const lossAfter = (steps: number, changed?: Partial<NeuronDials>) =>
  descended(steps, changed).now.loss.toFixed(2);

it("says where the ball starts and where the land is lowest", () => {
  expect(descended(0).now.weights).toEqual([-4, -2, 0]);
  const {weights, loss} = descended(2500, {rate: 3}).now;
  expect(weights.map((weight) => weight.toFixed(2))).toEqual(["3.33", "-3.33", "0.00"]);
  expect(loss).toBeCloseTo(0.46, 2);
  expect(text).toContain("The lowest point lies at 3.33 and −3.33");
  expect(text).toContain("The loss there is 0.46 and not 0");
});

it("says what each learning rate does", () => {
  expect(text).toContain(
    `a rate of 1 has brought the loss from ${lossAfter(0)} to ${lossAfter(20)}, and a rate of 0.1 only to ${lossAfter(20, {rate: 0.1})}`,
  );
  const leap = {rate: 10};
  expect(text).toContain(
    `the first step raises the loss, from ${lossAfter(0)} to ${lossAfter(1, leap)}`,
  );
  expect(text).toContain(`after 20 steps it is at ${lossAfter(20, leap)}`);
  const hop = {rate: 30};
  expect(text).toContain(
    `At 30 the first step leads to ${lossAfter(1, hop)}, and after 40 steps the loss is still ${lossAfter(40, hop)}`,
  );
});

it("says what an epoch brings, by one step and by eight", () => {
  expect(text).toContain(`brings the loss from ${lossAfter(0)} to ${lossAfter(1)}.`);
  expect(text).toContain(`bring it to ${lossAfter(8, {perStep: "single"})}`);
  expect(descended(8, {perStep: "single"}).epochs).toBe(1);
});

it("says what one neuron cannot learn, two layers can, and no activation spoils", () => {
  const one = {task: "one"} as const;
  expect(text).toContain(`The loss stops at ${lossAfter(400, one)}`);
  const two = {...one, layers: "2"} as const;
  expect(text).toContain(`the loss falls to ${lossAfter(300, two)} in 300 steps`);
  expect(text).toContain(
    `Without an activation it stays at ${lossAfter(300, {...two, activation: "none"})}`,
  );
  const draws = Array.from({length: 40}, (_, draw) => descended(400, two, draw).now.loss);
  const learned = draws.filter((loss) => loss < 0.1).length;
  expect(text).toContain(`of 40 starts, two layers with ReLU learned the question from ${learned}`);
});

it("rests where nothing moves, and says so", () => {
  expect(restReason(descended(0))).toBeUndefined();
  expect(restReason(descended(1500, {rate: 3}))).toMatch(/^No slope is left/);
  const far = descended(30, {task: "one", layers: "3", activation: "none", rate: 100});
  expect(restReason(far)).toMatch(/beyond all bounds/);
});

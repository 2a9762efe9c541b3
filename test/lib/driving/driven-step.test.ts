import {expect, it} from "vitest";
import {drivenStep} from "../../../lib/driving/driven-step.js";
import {faultOf, trusted} from "./sandboxed.js";

const state = {weights: Float32Array.of(5, -1), memory: Float32Array.of(2, 0)};
const slopes = Float32Array.of(1, 4);

it("moves each weight by its own slope and memory, with whatever else it takes", async () => {
  const fn =
    await trusted(`export function f(state: {weight: number; velocity: number}, g: number, rate: number, mu: number) {
    const velocity = mu * state.velocity + g;
    return {weight: state.weight - rate * velocity, velocity};
  }`);
  const {weights, memory} = await drivenStep(fn)(state, slopes, 0.5, 0.25);
  expect([...weights]).toEqual([4.25, -3]);
  expect([...memory]).toEqual([1.5, 4]);
  expect([...state.weights]).toEqual([5, -1]);
});

it.each([
  ["a number", "7", "7"],
  ["nothing", "undefined", "undefined"],
  ["no velocity", "({weight: 1})", "{weight: 1}"],
  ["an infinite weight", "({weight: 1 / 0, velocity: 0})", "{weight: Infinity, velocity: 0}"],
])("refuses %s", async (_, body, shown) => {
  const fn = await trusted(`export const f = (state: any, g: any): any => ${body};`);
  expect(await faultOf(drivenStep(fn)(state, slopes))).toBe(
    `DrivenFault: f returned ${shown} for {weight: 5, velocity: 2} and the slope 1 (expected: an object with a weight and a velocity, both finite numbers).`,
  );
});

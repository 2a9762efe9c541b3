import {describe, expect, test} from "vitest";
import {parseFormula} from "../../../lib/descent/formula.js";
import {surfaceOf} from "../../../lib/descent/formula-slopes.js";
import {type DescentName, descentStep, startState} from "../../../lib/descent/rules.js";
import reference from "../../reference/descent.json" with {type: "json"};

const settings = {momentum: 0.8, beta1: 0.85, beta2: 0.95};

describe.each(reference)("$name on $formula with a decay of $decay", (given) => {
  test("goes PyTorch's way for 50 steps, with its slopes", () => {
    const surface = surfaceOf(parseFormula(given.formula));
    const name = given.name as DescentName;
    const rate = name === "sgd" || name === "momentum" ? 0.002 : 0.03;
    let state = startState([-1.3, 1.7]);
    for (let step = 0; step < 50; step++) {
      const {dx, dy} = surface(...(state.weights as [number, number]));
      expect(Math.abs(dx - given.slopes[2 * step]!)).toBeLessThan(1e-6);
      expect(Math.abs(dy - given.slopes[2 * step + 1]!)).toBeLessThan(1e-6);
      state = descentStep(name, state, [dx, dy], {...settings, rate, weightDecay: given.decay});
      for (const [i, weight] of state.weights.entries())
        expect(Math.abs(weight - given.places[2 * (step + 1) + i]!), `step ${step}`).toBeLessThan(
          1e-8,
        );
    }
  });
});

test("a step leaves the state that it is given", () => {
  const state = startState([1, 2]);
  descentStep("adam", state, [1, 1], {...settings, rate: 0.1, weightDecay: 0});
  expect(state).toEqual({weights: [1, 2], mean: [0, 0], squares: [0, 0], steps: 0});
});

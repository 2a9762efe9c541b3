import {beforeAll, describe, expect, test} from "vitest";
import {descentStep, startState} from "../../../lib/descent/rules.js";
import {
  type OptimiserName,
  optimiserNames,
  optimiserOf,
} from "../../../lib/models/optimiser-choice.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const settings = {rate: 0.05, momentum: 0.9, beta1: 0.9, beta2: 0.999, weightDecay: 0};
const start = [1, -2, 0.5];
/** The memory that each has here. */
const settingsOf = (name: OptimiserName) =>
  name === "rmsprop" ? {...settings, beta2: 0.99} : settings;
/** The slope of a bowl with three different axes. */
const slopesAt = (weights: readonly number[]) => weights.map((weight, i) => (i + 1) * weight);

beforeAll(startWasm);

describe.each(optimiserNames)("%s", (name) => {
  test("moves tensors as its rule moves numbers, and goes on from its state", async () => {
    const weights = [
      tf.variable(tf.tensor1d(start.slice(0, 2))),
      tf.variable(tf.tensor1d(start.slice(2))),
    ];
    const make = () => optimiserOf(name, weights, settings.rate);
    let optimiser = make();
    let state = startState(start);
    for (let step = 0; step < 12; step++) {
      if (step === 6) {
        const kept = await optimiser.state("kept");
        optimiser.dispose();
        optimiser = make();
        optimiser.restore("kept", kept);
      }
      state = descentStep(name, state, slopesAt(state.weights), settingsOf(name));
      const now = [...weights.flatMap((each) => [...each.dataSync()])];
      const slopes = slopesAt(now);
      const gradients = [tf.tensor1d(slopes.slice(0, 2)), tf.tensor1d(slopes.slice(2))];
      optimiser.apply(gradients);
      tf.dispose(gradients);
    }
    const found = weights.flatMap((each) => [...each.dataSync()]);
    found.forEach((weight, i) => {
      expect(weight).toBeCloseTo(state.weights[i]!, 5);
    });
    expect(optimiser.steps).toBe(12);
    optimiser.dispose();
    tf.dispose(weights);
  });
});

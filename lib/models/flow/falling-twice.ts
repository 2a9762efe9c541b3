/**
 * A learning rate that falls to a tenth twice (learning-rate.ts): from the first step on, and once more from where reflow begins, over the
 * steps that are left. Other pairs are another task; what has fallen by then is too low to learn it in a few hundred steps.
 */
import type {Random} from "../../random.js";
import {learningRateAt} from "../learning-rate.js";
import {LiveParams} from "../live-params.js";
import {modelWith} from "../model-with.js";
import type {FlowBatch, FlowModel} from "./flow-model.js";
import type {reflowing} from "./reflow.js";

export interface FallingTwice {
  readonly learningRate: number;
  /** Updates after which it has fallen for the last time; 0 leaves it. */
  readonly decaySteps: number;
  /** Updates after which it starts anew; 0 for never. */
  readonly reflowFrom: number;
}

/** `model`, the reflow of `flow`, whose own rate must not fall. */
export function fallingTwice(
  model: ReturnType<typeof reflowing>,
  flow: FlowModel,
  {decaySteps, learningRate, reflowFrom}: FallingTwice,
) {
  const live = new LiveParams({learningRate, reflowFrom});
  const rate = () => {
    const {learningRate: whole, reflowFrom: from} = live.values;
    if (decaySteps === 0 || from === 0 || flow.steps < from)
      return learningRateAt(whole, flow.steps, decaySteps);
    return learningRateAt(whole, flow.steps - from, Math.max(1, decaySteps - from));
  };
  return modelWith(model, {
    step(batch: FlowBatch, random: Random) {
      flow.set("learningRate", rate());
      return model.step(batch, random);
    },
    set(name, value) {
      if (name === "learningRate" || name === "reflowFrom") live.set(name, value);
      if (name !== "learningRate") model.set(name, value);
    },
  });
}

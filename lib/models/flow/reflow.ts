/**
 * Reflow (Liu et al., 2023, section 2.2): a flow that has learned goes on from pairs (x0, x1) of noise and the picture that it made of that
 * very noise, instead of any noise with any picture. Between them ways hardly cross, so that the mean of the velocities is the velocity:
 * lines become straight, and few steps get as far as many.
 *
 *     x1 = teacher(x0),   then as in flow-model.ts
 *
 * The teacher is the averaged network as it was when reflow began. It rests, and is part of a run's state. Where its pairs come from,
 * reflow-pairs.ts says.
 */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import {LiveParams} from "../live-params.js";
import {modelWith} from "../model-with.js";
import type {FlowBatch, FlowModel} from "./flow-model.js";
import type {DrawPairs} from "./reflow-pairs.js";
import type {Teacher} from "./teacher.js";

export interface ReflowOptions {
  /** One of what `flow` keeps. */
  readonly teacher: Teacher;
  readonly pairs: DrawPairs;
  /** Steps of training after which it begins; 0 for never. */
  readonly from: number;
}

/** `flow`, with the live param `reflowFrom` beside its own. */
export function reflowing(flow: FlowModel, {teacher, pairs, from}: ReflowOptions) {
  const live = new LiveParams({reflowFrom: from});
  const isOn = () => live.values.reflowFrom > 0 && flow.steps >= live.values.reflowFrom;
  return modelWith(flow, {
    async step(batch: FlowBatch, random: Random) {
      if (!isOn()) {
        teacher.leave();
        return flow.step(batch, random);
      }
      teacher.take(flow.networks.denoiser);
      const drawn = await pairs(batch, random, flow.steps - live.values.reflowFrom);
      const seen = await flow.step(drawn, random);
      tf.dispose(Object.values(drawn));
      return seen;
    },
    set(name, value) {
      if (name === "reflowFrom") live.set(name, value);
      else flow.set(name, value);
    },
  });
}

/**
 * Reflow (Liu et al., 2023, section 2.2): a flow that has learned goes on from pairs (x0, x1) of noise and the picture that it made of that
 * very noise, instead of any noise with any picture. Between them ways hardly cross, so that the mean of the velocities is the velocity:
 * lines become straight, and few steps get as far as many.
 *
 *     x1 = teacher(x0),   then as in flow-model.ts
 *
 * The teacher is the averaged network as it was when reflow began. It rests, and is part of a run's state.
 */
import type {NamedArrays} from "../../array.js";
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import type {Kept} from "../learner-state.js";
import {LiveParams} from "../live-params.js";
import {
  type NamedShapes,
  namedVariables,
  readVariables,
  shapesOf,
  writeVariables,
} from "../model-state.js";
import {modelWith} from "../model-with.js";
import {askNetwork} from "./ask-network.js";
import type {FlowBatch, FlowModel} from "./flow-model.js";
import {euler} from "./flow-samplers.js";
import {lastOf} from "./sampling.js";
import {timesOf} from "./times.js";

const prefix = "teacher";

/** A network that rests while another learns from it; until it is taken there is none. */
export class Teacher implements Kept {
  readonly #network: tf.LayersModel;
  #isTaken = false;

  /** Takes over a network of the layers of those to come. */
  constructor(network: tf.LayersModel) {
    this.#network = network;
  }

  /** The weights of `network` as they are now, unless it has some already. */
  take(network: tf.LayersModel): void {
    if (!this.#isTaken) this.#network.setWeights(network.getWeights());
    this.#isTaken = true;
  }

  leave(): void {
    this.#isTaken = false;
  }

  ask(x: Float32Array, t: number): Promise<Float32Array> {
    return askNetwork(this.#network, x, t);
  }

  async state(): Promise<NamedArrays> {
    return this.#isTaken ? readVariables(this.#variables) : {};
  }

  shapes(state: NamedArrays): NamedShapes {
    return isIn(state) ? shapesOf(this.#variables) : {};
  }

  restore(state: NamedArrays): void {
    this.#isTaken = isIn(state);
    if (this.#isTaken) writeVariables(this.#variables, state);
  }

  dispose(): void {
    this.#network.dispose();
  }

  get #variables() {
    return namedVariables(this.#network, prefix);
  }
}

export interface ReflowOptions {
  /** One of what `flow` keeps. */
  readonly teacher: Teacher;
  /** Euler's steps from noise to picture. */
  readonly steps: number;
  /** Steps of training after which it begins; 0 for never. */
  readonly from: number;
}

/** `flow`, with the live param `reflowFrom` beside its own. */
export function reflowing(flow: FlowModel, {teacher, steps, from}: ReflowOptions) {
  const live = new LiveParams({reflowFrom: from});
  const isOn = () => live.values.reflowFrom > 0 && flow.steps >= live.values.reflowFrom;
  const {path, kind} = flow;
  const follow = (start: Float32Array, random: Random) =>
    lastOf(
      euler({
        denoise: (x, t) => teacher.ask(x, t),
        kind,
        path,
        times: timesOf(steps),
        start,
        random,
      }),
    );
  return modelWith(flow, {
    async step(batch: FlowBatch, random: Random) {
      if (!isOn()) {
        teacher.leave();
        return flow.step(batch, random);
      }
      teacher.take(flow.networks.denoiser);
      const {shape, size} = batch.x;
      const noise = random.normals(size);
      const made = await follow(noise, random);
      const pairs = {x: tf.tensor(made, shape), noise: tf.tensor(noise, shape)};
      const seen = await flow.step(pairs, random);
      tf.dispose(pairs);
      return seen;
    },
    set(name, value) {
      if (name === "reflowFrom") live.set(name, value);
      else flow.set(name, value);
    },
  });
}

function isIn(state: NamedArrays): boolean {
  return Object.keys(state).some((name) => name.startsWith(`${prefix}/`));
}

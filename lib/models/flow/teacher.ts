/** The teacher of reflow.ts: a network that rests while another learns from it, as part of that one's state. */
import type {NamedArrays} from "../../array.js";
import type * as tf from "../../tf.js";
import type {Kept} from "../learner-state.js";
import {
  type NamedShapes,
  namedVariables,
  readVariables,
  shapesOf,
  writeVariables,
} from "../model-state.js";
import {askNetwork, type Forward} from "./ask-network.js";

const prefix = "teacher";

/** A network that rests while another learns from it; until it is taken there is none. */
export class Teacher implements Kept {
  readonly #network: tf.LayersModel;
  readonly #forward: Forward | undefined;
  #isTaken = false;
  #version = 0;

  /** Takes over a network of the layers of those to come. `forward` is its pass, default its own. */
  constructor(network: tf.LayersModel, forward?: Forward) {
    this.#network = network;
    this.#forward = forward;
  }

  get isTaken(): boolean {
    return this.#isTaken;
  }

  /** Another number whenever its weights may have changed. */
  get version(): number {
    return this.#version;
  }

  /** The weights of `network` as they are now, unless it has some already. */
  take(network: tf.LayersModel): void {
    if (this.#isTaken) return;
    this.#network.setWeights(network.getWeights());
    this.#isTaken = true;
    this.#version += 1;
  }

  leave(): void {
    this.#isTaken = false;
  }

  /** What it says of `x` [n, ...] at time `t`; with `condition` [n, K] where it takes one, default none. */
  ask(x: Float32Array, t: number, condition?: Float32Array): Promise<Float32Array> {
    return askNetwork(this.#network, x, t, condition, this.#forward);
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
    this.#version += 1;
  }

  dispose(): void {
    this.#network.dispose();
  }

  get #variables() {
    return namedVariables(this.#network, prefix);
  }
}

function isIn(state: NamedArrays): boolean {
  return Object.keys(state).some((name) => name.startsWith(`${prefix}/`));
}

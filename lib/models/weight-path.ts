/**
 * Where networks have been: all weights of each as one vector [P], before the first step of a run and then at even distances, so that a
 * picture can be made of the way. It is part of a state, for who goes on from there has come the same way.
 */
import type {NamedArrays} from "../array.js";
import type * as tf from "../tf.js";
import {trainableWeights} from "./descent.js";
import {flatNumbers} from "./flat-weights.js";
import type {Kept} from "./learner-state.js";
import type {NamedShapes} from "./model-state.js";

export interface PathOptions {
  /** Of a whole run. */
  readonly steps: number;
  /** Most places that are kept of each network. */
  readonly places: number;
}

export class WeightPath implements Kept {
  readonly #networks: readonly tf.LayersModel[];
  /** Steps from one place to the next. */
  readonly #stride: number;
  /** [places, networks, P]; 0 where nobody has been yet. */
  readonly #values: Float32Array;
  readonly #shape: readonly [places: number, networks: number, P: number];

  constructor(networks: readonly tf.LayersModel[], {steps, places}: PathOptions) {
    const length = trainableWeights(networks[0]!).reduce((sum, {size}) => sum + size, 0);
    this.#networks = networks;
    this.#stride = Math.max(1, Math.ceil(steps / places));
    this.#shape = [places, networks.length, length];
    this.#values = new Float32Array(places * networks.length * length);
  }

  /** Keeps where all networks are, if it is time after `taken` steps. */
  async note(taken: number): Promise<void> {
    const [places, , length] = this.#shape;
    const place = taken / this.#stride;
    if (!Number.isInteger(place) || place >= places) return;
    for (const [i, network] of this.#networks.entries())
      this.#values.set(await flatNumbers(trainableWeights(network)), this.#start(place, i, length));
  }

  /** The places of network `i` until `taken` steps, and where it is now. Copies. */
  async of(i: number, taken: number): Promise<Float32Array[]> {
    const [places, , length] = this.#shape;
    const count = Math.min(places, Math.ceil(taken / this.#stride));
    const before = Array.from({length: count}, (_, place) => {
      const start = this.#start(place, i, length);
      return this.#values.slice(start, start + length);
    });
    return [...before, await flatNumbers(trainableWeights(this.#networks[i]!))];
  }

  state(): NamedArrays {
    return {path: {data: this.#values.slice(), shape: this.#shape}};
  }

  shapes(): NamedShapes {
    return {path: this.#shape};
  }

  restore(state: NamedArrays): void {
    this.#values.set(state.path!.data as Float32Array);
  }

  #start(place: number, i: number, length: number): number {
    return (place * this.#networks.length + i) * length;
  }
}

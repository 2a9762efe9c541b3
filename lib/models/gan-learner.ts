import type {NamedArrays} from "../array.js";
import type * as tf from "../tf.js";
import {type Descent, descend, type Pass, trainableWeights} from "./descent.js";
import {type GanOptions, type OptimiserName, optimisers} from "./gan-options.js";
import {learningRateAt} from "./learning-rate.js";
import {type NamedShapes, type NamedVariables, namedVariables} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";

/** One of a GAN's networks with the optimiser that moves its weights. It owns both. */
export class GanLearner {
  readonly #weights: readonly tf.Variable[];
  readonly #optimiser: Optimiser;
  readonly #decaySteps: number;

  /** `name` is what its arrays in a state begin with. */
  constructor(
    readonly name: string,
    readonly network: tf.Sequential,
    optimiser: OptimiserName = "adam",
    options: GanOptions,
  ) {
    this.#weights = trainableWeights(network);
    this.#optimiser = new optimisers[optimiser](this.#weights, options);
    this.#decaySteps = options.decaySteps;
  }

  /** Updates so far. */
  get steps(): number {
    return this.#optimiser.steps;
  }

  /** One update at `learningRate`, less what it has fallen by. Within a `tf.tidy`, as `descend` is. */
  descend<Seen extends Pass>(learningRate: number, forward: () => Seen): Descent<Seen> {
    this.#optimiser.learningRate = learningRateAt(learningRate, this.steps, this.#decaySteps);
    return descend(this.#weights, this.#optimiser, forward);
  }

  variables(): NamedVariables {
    return namedVariables(this.network, this.name);
  }

  /** The optimiser's part of a state; the weights are `variables`. Copies. */
  slots(): Promise<NamedArrays> {
    return this.#optimiser.state(`${this.name}Adam`);
  }

  slotShapes(): NamedShapes {
    return this.#optimiser.shapes(`${this.name}Adam`);
  }

  restoreSlots(state: NamedArrays): void {
    this.#optimiser.restore(`${this.name}Adam`, state);
  }

  dispose(): void {
    this.network.dispose();
    this.#optimiser.dispose();
  }
}

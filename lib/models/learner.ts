/**
 * All that makes a model of networks but its loss: what moves the weights, at a rate that may fall; running averages of the weights;
 * the params that may change meanwhile; and state, restoring and freeing.
 *
 *     class Denoiser extends Learner implements Model {
 *       constructor() {
 *         super({networks: {network}, optimisers: {adam: new Adam(trainableWeights(network))}, live});
 *       }
 *       step({x}) {
 *         return this.learn(() => ({loss: …}));
 *       }
 *     }
 */
import type {NamedArrays} from "../array.js";
import * as tf from "../tf.js";
import {type Descent, descend, type Pass, trainableWeights} from "./descent.js";
import {type Kept, restoreState, type StateParts, stateOf} from "./learner-state.js";
import {learningRateAt} from "./learning-rate.js";
import type {LiveParams, LiveValue, LiveValues} from "./live-params.js";
import {namedVariables} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";
import {type Average, averageWeights} from "./weight-average.js";

export interface LearnerOptions<Live extends LearningRate> {
  /** Networks that learn, and averages of them, by what the names of their arrays begin with; in the order of a state. */
  readonly networks: Readonly<Record<string, tf.LayersModel | Average>>;
  /** What moves the weights, by what the names of its slots begin with. */
  readonly optimisers: Readonly<Record<string, Optimiser>>;
  /** Updates over which the learning rate falls to a tenth; default 0, which leaves it. See learning-rate.ts. */
  readonly decaySteps?: number;
  readonly live: LiveParams<Live>;
  /** Whatever else goes into a state. */
  readonly keeps?: readonly Kept[];
}

export type LearningRate = LiveValues & {readonly learningRate: number};

/** Tensors [] by name, as the numbers that were read of them. */
export type NumbersOf<Seen> = {readonly [Name in keyof Seen]: number};

/** Networks, averages and slots are its own: `dispose` frees them. */
export class Learner<Live extends LearningRate = LearningRate> {
  readonly live: LiveParams<Live>;
  readonly #options: LearnerOptions<Live>;
  /** Those that follow each optimiser. */
  readonly #averages: ReadonlyMap<Optimiser, readonly Average[]>;
  #version = 0;

  constructor(options: LearnerOptions<Live>) {
    this.live = options.live;
    this.#options = options;
    const averages = Object.values(options.networks).filter((part) => "of" in part);
    for (const {network, of} of averages) network.setWeights(of.getWeights());
    this.#averages = new Map(
      Object.values(options.optimisers).map((optimiser) => [
        optimiser,
        averages.filter(({of}) => moves(optimiser, of)),
      ]),
    );
  }

  /** Another number whenever the weights have changed. */
  get version(): number {
    return this.#version;
  }

  /** Updates so far, by the first optimiser. */
  get steps(): number {
    return this.#optimiser.steps;
  }

  /** One update by the first optimiser, down the loss that `forward` computes. Resolves to what it saw, which is from before. */
  learn<Seen extends Pass>(forward: () => Seen): Promise<NumbersOf<Seen>> {
    return this.take(() => {
      const {gradients, ...seen} = this.descend(this.#optimiser, forward);
      return seen as unknown as Seen;
    });
  }

  /** A step of whatever updates: tidies it, and reads the numbers that it returns all at once. */
  protected async take<Seen extends object>(update: () => Seen): Promise<NumbersOf<Seen>> {
    let names: readonly string[] = [];
    const numbers = tf.tidy(() => {
      const seen = update();
      names = Object.keys(seen);
      return tf.stack(Object.values(seen) as tf.Tensor[]);
    });
    this.#version += 1;
    const values = await numbers.data();
    numbers.dispose();
    return Object.fromEntries(names.map((name, i) => [name, values[i]!])) as NumbersOf<Seen>;
  }

  /** One update by `optimiser`, which the averages follow, at `rate` less what that has fallen by. Within a `tf.tidy`. */
  descend<Seen extends Pass>(
    optimiser: Optimiser,
    forward: () => Seen,
    rate = this.live.values.learningRate,
  ): Descent<Seen> {
    optimiser.learningRate = learningRateAt(rate, optimiser.steps, this.#options.decaySteps ?? 0);
    const descent = descend(optimiser, forward);
    for (const average of this.#averages.get(optimiser)!) averageWeights(average, optimiser.steps);
    return descent;
  }

  set(name: string, value: LiveValue): void {
    this.live.set(name, value);
  }

  state(): Promise<NamedArrays> {
    return stateOf(this.#parts);
  }

  restore(state: NamedArrays): void {
    restoreState(this.#parts, state);
    this.#version += 1;
  }

  dispose(): void {
    for (const [, network] of this.#networks) network.dispose();
    for (const optimiser of Object.values(this.#options.optimisers)) optimiser.dispose();
  }

  get #optimiser(): Optimiser {
    return Object.values(this.#options.optimisers)[0]!;
  }

  get #networks(): readonly (readonly [prefix: string, network: tf.LayersModel])[] {
    const parts = Object.entries(this.#options.networks);
    return parts.map(([prefix, part]) => [prefix, "of" in part ? part.network : part]);
  }

  get #parts(): StateParts {
    const {optimisers, keeps = []} = this.#options;
    const variables = this.#networks.map(([prefix, network]) => namedVariables(network, prefix));
    return {variables: Object.assign({}, ...variables), optimisers, keeps};
  }
}

function moves({weights}: Optimiser, network: tf.LayersModel): boolean {
  return trainableWeights(network).some((weight) => weights.includes(weight));
}

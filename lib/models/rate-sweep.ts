/**
 * Networks that differ in their learning rate alone: all begin with the same weights and learn from the same batches, each by an
 * optimiser of its own, down the cross-entropy. One whose loss has left all bounds is lost: it takes no further step.
 */
import type {NamedArrays} from "../array.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {crossEntropy} from "./classifier-step.js";
import {gradientLength, trainableWeights} from "./descent.js";
import {type LayeredOptions, layeredNetwork} from "./layered-network.js";
import {Learner} from "./learner.js";
import type {Kept} from "./learner-state.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import {type OptimiserName, optimiserOf} from "./optimiser-choice.js";
import {rateShare, type ScheduleName} from "./rate-schedule.js";

export interface SweepOptions<Name extends string = string> extends LayeredOptions {
  /** By the name of the network and its curve. */
  readonly rates: Readonly<Record<Name, number>>;
  readonly optimiser: OptimiserName;
  readonly schedule: ScheduleName;
  /** Of the whole run, which the schedule goes by. */
  readonly maxSteps: number;
}

/** The loss from which on a network is lost. Knowing nothing of ten classes is 2.3. */
export const lostLoss = 1000;

type Labelled = {readonly x: tf.Tensor; readonly label: tf.Tensor};

export class RateSweep<Name extends string = string> extends Learner implements Model<Labelled> {
  readonly networks: Readonly<Record<string, tf.Sequential>>;
  readonly #options: SweepOptions;
  readonly #optimisers: Readonly<Record<string, ReturnType<typeof optimiserOf>>>;
  readonly #lost: Uint8Array;

  constructor(options: SweepOptions<Name>, random: Random) {
    const names = Object.keys(options.rates) as Name[];
    const networks = startingAlike(names, options, random);
    const optimisers = Object.fromEntries(
      names.map((name) => [
        `${name}/optimiser`,
        optimiserOf(options.optimiser, trainableWeights(networks[name]!), options.rates[name]!),
      ]),
    );
    const lost = new Uint8Array(names.length);
    super({networks, optimisers, live: new LiveParams({learningRate: 1}), keeps: [kept(lost)]});
    this.networks = networks;
    this.#options = options;
    this.#optimisers = optimisers;
    this.#lost = lost;
  }

  /** Each network's loss from before its update, by its name. */
  async step({x, label}: Labelled): Promise<Readonly<Record<Name, number>>> {
    const {rates, schedule, maxSteps} = this.#options;
    const share = rateShare(schedule, this.#taken, maxSteps);
    const losses = await this.take(() =>
      Object.fromEntries(
        Object.entries<number>(rates).map(([name, rate], i) => [
          name,
          this.#stepOf(name, rate * share, i, x, label),
        ]),
      ),
    );
    Object.values(losses).forEach((loss, i) => {
      if (!(loss < lostLoss)) this.#lost[i] = 1;
    });
    const told = Object.entries(losses).map(([name, loss], i) => [
      name,
      this.#lost[i] ? lostLoss : loss,
    ]);
    return Object.fromEntries(told) as Record<Name, number>;
  }

  /** The loss of each network on one batch, in their order; `lostLoss` for one that is lost. */
  async lossesOn({x, label}: Labelled): Promise<number[]> {
    const names = Object.keys(this.networks);
    const losses = tf.tidy(() => tf.stack(names.map((name) => this.#lossOf(name, x, label))));
    const values = await losses.data();
    losses.dispose();
    return Array.from(values, (loss, i) => (this.#lost[i] ? lostLoss : loss));
  }

  /** Lengths of the gradient in each layer of a network, first layer first, on one batch; nothing is moved. */
  async gradientsOf(name: string, {x, label}: Labelled): Promise<number[]> {
    const weights = trainableWeights(this.networks[name]!);
    const lengths = tf.tidy(() => {
      const {grads} = tf.variableGrads(() => this.#lossOf(name, x, label), weights);
      const layers = weights.filter(({shape}) => shape.length > 1);
      return tf.stack(layers.map(({name: kernel}) => gradientLength([grads[kernel]!])));
    });
    const values = await lengths.data();
    lengths.dispose();
    return [...values];
  }

  /** Steps of the first network that is not lost. */
  get #taken(): number {
    return Math.max(...Object.values(this.#optimisers).map(({steps}) => steps));
  }

  #stepOf(name: string, rate: number, i: number, x: tf.Tensor, label: tf.Tensor): tf.Scalar {
    if (this.#lost[i]) return tf.scalar(lostLoss);
    const forward = () => ({loss: this.#lossOf(name, x, label)});
    return this.descend(this.#optimisers[`${name}/optimiser`]!, forward, rate).loss;
  }

  #lossOf(name: string, x: tf.Tensor, label: tf.Tensor): tf.Scalar {
    const logits = this.networks[name]!.apply(x, {training: true}) as tf.Tensor2D;
    return crossEntropy(logits, label as tf.Tensor1D);
  }
}

function startingAlike(names: readonly string[], options: SweepOptions, random: Random) {
  const networks = names.map(() => layeredNetwork(options, random.fork("weights")));
  return Object.fromEntries(names.map((name, i) => [name, networks[i]!]));
}

/** Which are lost, as part of a state. */
function kept(lost: Uint8Array): Kept {
  return {
    state: (): NamedArrays => ({lost: {data: lost.slice(), shape: [lost.length]}}),
    shapes: () => ({lost: [lost.length]}),
    restore: (state) => lost.set(state.lost!.data as Uint8Array),
  };
}

/**
 * Networks side by side: all begin with the same weights and learn from the same batches, each by an optimiser and at a rate of its own, down
 * the cross-entropy. One whose loss has left all bounds is lost: it takes no further step. Each may be followed by a running average of its
 * weights (see weight-average.ts), and its path be kept (see weight-path.ts).
 */
import type {NamedArrays} from "../array.js";
import type {OutsideStep} from "../driving/driven-step.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {crossEntropy} from "./classifier-step.js";
import {gradientLength, trainableWeights} from "./descent.js";
import {type LayeredOptions, layeredNetwork} from "./layered-network.js";
import {Learner} from "./learner.js";
import type {Kept} from "./learner-state.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import type {Optimiser} from "./optimiser.js";
import {momentum, type OptimiserName, optimiserOf} from "./optimiser-choice.js";
import {OutsideDescent} from "./outside-descent.js";
import {rateShare, type ScheduleName} from "./rate-schedule.js";
import type {Average} from "./weight-average.js";
import type {WeightPath} from "./weight-path.js";

export interface Racer {
  readonly optimiser: OptimiserName;
  readonly rate: number;
  /** Takes the place of the optimiser's own step. It gets the momentum behind the rate. */
  readonly step?: OutsideStep;
}

export interface RaceOptions<Name extends string = string> extends LayeredOptions {
  /** By the name of the network and its curve. */
  readonly racers: Readonly<Record<Name, Racer>>;
  readonly schedule: ScheduleName;
  /** Of the whole run, which the schedule goes by. */
  readonly maxSteps: number;
  /** Decay of the averages, 0 to below 1; without it there are none. */
  readonly averaging?: number;
  /** Keeps the paths of the networks, in their order. */
  readonly path?: (networks: readonly tf.LayersModel[]) => WeightPath;
}

/** The loss from which on a network is lost. Knowing nothing of ten classes is 2.3. */
export const lostLoss = 1000;

export type Labelled = {readonly x: tf.Tensor; readonly label: tf.Tensor};

export class NetworkRace<Name extends string = string> extends Learner implements Model<Labelled> {
  /** Those that race, and behind them their averages, `<name>Average`. */
  readonly networks: Readonly<Record<string, tf.LayersModel>>;
  readonly path: WeightPath | undefined;
  readonly #options: RaceOptions;
  readonly #names: readonly Name[];
  readonly #optimisers: Readonly<Record<string, Optimiser>>;
  readonly #lost: Uint8Array;

  constructor(options: RaceOptions<Name>, random: Random) {
    const names = Object.keys(options.racers) as Name[];
    const make = () => layeredNetwork(options, random.fork("weights"));
    const racing = Object.fromEntries(names.map((name) => [name, make()]));
    const averages = averagesOf(racing, options.averaging, make);
    const optimisers = Object.fromEntries(
      names.map((name) => [`${name}/optimiser`, moverOf(options.racers[name], racing[name]!)]),
    );
    const lost = new Uint8Array(names.length);
    const path = options.path?.(Object.values(racing));
    super({
      ...{networks: {...racing, ...averages}, optimisers},
      live: new LiveParams({learningRate: 1}),
      keeps: [kept(lost), ...(path ? [path] : [])],
    });
    const drawn = Object.entries(averages).map(([name, {network}]) => [name, network] as const);
    this.networks = {...racing, ...Object.fromEntries(drawn)};
    this.path = path;
    this.#options = options;
    this.#names = names;
    this.#optimisers = optimisers;
    this.#lost = lost;
  }

  /** Each network's loss from before its update, by its name. */
  async step({x, label}: Labelled): Promise<Readonly<Record<Name, number>>> {
    const {racers, schedule, maxSteps} = this.#options;
    await this.path?.note(this.taken);
    const share = rateShare(schedule, this.taken, maxSteps);
    await this.#askOutside({x, label}, share);
    const losses = await this.take(() =>
      Object.fromEntries(
        this.#names.map((name, i) => [
          name,
          this.#stepOf(name, racers[name]!.rate * share, i, x, label),
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
    const losses = tf.tidy(() => tf.stack(this.#names.map((name) => this.#lossOf(name, x, label))));
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

  /** Numbers that the optimiser of a network keeps from one step to the next, beside their count. */
  memoryOf(name: Name): number {
    const shapes = Object.entries(this.#optimisers[`${name}/optimiser`]!.shapes(""));
    const kept = shapes.filter(([key]) => key !== "/steps");
    return kept.reduce((sum, [, shape]) => sum + tf.util.sizeFromShape([...shape]), 0);
  }

  /** Steps so far: those of the first network that is not lost. */
  get taken(): number {
    return Math.max(...Object.values(this.#optimisers).map(({steps}) => steps));
  }

  /** Asks those that are moved from outside for their steps, before anything is moved. */
  async #askOutside({x, label}: Labelled, share: number): Promise<void> {
    for (const [i, name] of this.#names.entries()) {
      const optimiser = this.#optimisers[`${name}/optimiser`]!;
      if (!(optimiser instanceof OutsideDescent) || this.#lost[i]) continue;
      const gradients = tf.tidy(() => {
        const {weights} = optimiser;
        const {grads} = tf.variableGrads(() => this.#lossOf(name, x, label), [...weights]);
        return weights.map((weight) => grads[weight.name]!);
      });
      try {
        await optimiser.ask(gradients, this.#options.racers[name]!.rate * share);
      } finally {
        tf.dispose(gradients);
      }
    }
  }

  #stepOf(name: string, rate: number, i: number, x: tf.Tensor, label: tf.Tensor): tf.Scalar {
    if (this.#lost[i]) return tf.scalar(lostLoss);
    const forward = () => ({loss: this.#lossOf(name, x, label)});
    return this.descend(this.#optimisers[`${name}/optimiser`]!, forward, rate).loss;
  }

  #lossOf(name: string, x: tf.Tensor, label: tf.Tensor): tf.Scalar {
    return networkLoss(this.networks[name]!, {x, label});
  }
}

/** The cross-entropy of a network on a batch, []. */
export function networkLoss(network: tf.LayersModel, {x, label}: Labelled): tf.Scalar {
  const logits = network.apply(x, {training: true}) as tf.Tensor2D;
  return crossEntropy(logits, label as tf.Tensor1D);
}

function moverOf({optimiser, rate, step}: Racer, network: tf.LayersModel): Optimiser {
  const weights = trainableWeights(network);
  return step ? new OutsideDescent(weights, step, momentum) : optimiserOf(optimiser, weights, rate);
}

function averagesOf(
  racing: Readonly<Record<string, tf.LayersModel>>,
  decay: number | undefined,
  make: () => tf.LayersModel,
): Readonly<Record<string, Average>> {
  if (decay === undefined) return {};
  return Object.fromEntries(
    Object.entries(racing).map(([name, of]) => [`${name}Average`, {network: make(), of, decay}]),
  );
}

/** Which are lost, as part of a state. */
function kept(lost: Uint8Array): Kept {
  return {
    state: (): NamedArrays => ({lost: {data: lost.slice(), shape: [lost.length]}}),
    shapes: () => ({lost: [lost.length]}),
    restore: (state) => lost.set(state.lost!.data as Uint8Array),
  };
}

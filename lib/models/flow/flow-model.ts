/**
 * A network that learns a path between noise and pictures (path.ts) by least squares, from points of it at random times:
 *
 *     L = mean of (network(x_t, t, condition) - target)²,     t from time-draws.ts, target from targets.ts
 *
 * With the velocity as its target this is flow matching (Lipman et al., 2023; Liu et al., 2023), with the noise it is DDPM's simple loss
 * (Ho et al., 2020, eq. 14). A running average of the weights is what samples.
 *
 * Pictures or points x are [B, ...]; the network's inputs are those of ask-network.ts. Of some rows the condition is taken away in training,
 * all zeros, so that it can be guided (guidance.ts).
 */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import {Adam} from "../adam.js";
import {trainableWeights} from "../descent.js";
import {Learner} from "../learner.js";
import type {Kept} from "../learner-state.js";
import {LiveParams} from "../live-params.js";
import type {Model} from "../model.js";
import {askNetwork, conditionSizeOf, type Forward, networkInputs} from "./ask-network.js";
import type {Path} from "./path.js";
import type {PredictionKind} from "./predictions.js";
import type {Denoise} from "./sampling.js";
import {trainingPair} from "./targets.js";
import {drawTimes, type TimeDraw} from "./time-draws.js";

export interface FlowOptions {
  readonly network: tf.LayersModel;
  /** A network of the same layers, for the average of the weights; without it there is none. */
  readonly average?: {readonly network: tf.LayersModel; readonly decay: number};
  readonly path: Path;
  readonly kind: PredictionKind;
  readonly timeDraw: TimeDraw;
  readonly learningRate: number;
  /** Updates over which the learning rate falls to a tenth; 0 leaves it. See learning-rate.ts. */
  readonly decaySteps: number;
  /** Share of rows whose condition is taken away, 0 to 1; default 0. None is taken from those with their own noise: it was made with it. */
  readonly conditionDrop?: number;
  /** The network's pass, with gradients; default its own. */
  readonly forward?: Forward;
  /** Whatever else goes into a state: the teacher of reflow.ts. */
  readonly keeps?: readonly Kept[];
}

/** Samples; the noise that each of them is to come from, where that is known (reflow: Liu et al., 2023, section 2.2), and the times [B] at
 * which to look at them, where these are not left to the model; and a condition [B, K], or labels [B] of K classes. */
export type FlowBatch = {
  readonly x: tf.Tensor;
  readonly noise?: tf.Tensor;
  readonly times?: tf.Tensor;
  readonly condition?: tf.Tensor;
  readonly label?: tf.Tensor;
};

/** The model of the run. Its live param is `learningRate`. */
export class FlowModel extends Learner implements Model<FlowBatch> {
  /** The one with the averaged weights, if there is an average: it samples. */
  readonly networks: {readonly denoiser: tf.LayersModel};
  readonly path: Path;
  readonly kind: PredictionKind;
  readonly #options: FlowOptions;

  /** Takes the networks over: `dispose` frees them. */
  constructor(options: FlowOptions) {
    const {network, average, decaySteps, learningRate, conditionDrop = 0} = options;
    if (!(conditionDrop >= 0 && conditionDrop <= 1))
      throw new RangeError(`invalid condition drop: ${conditionDrop} (a number from 0 to 1)`);
    super({
      networks: {learner: network, ...(average && {average: {...average, of: network}})},
      optimisers: {adam: new Adam(trainableWeights(network))},
      decaySteps,
      live: new LiveParams({learningRate}),
      keeps: options.keeps ?? [],
    });
    this.networks = {denoiser: average?.network ?? network};
    this.path = options.path;
    this.kind = options.kind;
    this.#options = options;
  }

  /** Numbers of the condition, 0 where the network takes none. */
  get conditionSize(): number {
    return conditionSizeOf(this.networks.denoiser);
  }

  /** One step on samples [B, ...]. Its loss is from before the update. */
  async step(batch: FlowBatch, random: Random): Promise<{readonly loss: number}> {
    const {path, kind, timeDraw, network, conditionDrop = 0, forward = apply} = this.#options;
    const {x: x1, noise} = batch;
    const count = x1.shape[0]!;
    const times = batch.times
      ? [...(await batch.times.data())]
      : drawTimes(timeDraw, count, random);
    const drawn = noise ? new Float32Array(0) : random.normals(x1.size);
    const kept = keptRows(count, this.conditionSize > 0 && !noise ? conditionDrop : 0, random);
    return this.learn(() => {
      const x0 = noise ?? tf.tensor(drawn, x1.shape);
      const {x, target} = trainingPair({x1, x0}, times, path, kind);
      const said = forward(
        network,
        networkInputs(network, x, times, this.#conditioned(batch, kept)),
      );
      return {loss: tf.mean(tf.squaredDifference(said, target)) as tf.Scalar};
    });
  }

  /** What the averaged network says of `x` [n, ...] at time `t`; with `condition` [n, K] where it takes one, default none. */
  denoise(x: Float32Array, t: number, condition?: Float32Array): Promise<Float32Array> {
    return askNetwork(this.networks.denoiser, x, t, condition, this.#options.forward);
  }

  /** `denoise` as samplers take it. */
  denoiser(condition?: Float32Array): Denoise {
    return (x, t) => this.denoise(x, t, condition);
  }

  /** The condition of each row of a batch, but for those from which `random` takes it; undefined where there is none. */
  #conditioned({condition, label}: FlowBatch, kept: Float32Array): tf.Tensor | undefined {
    if (this.conditionSize === 0) return undefined;
    const told =
      condition ??
      (label && tf.oneHot(tf.cast(label, "int32"), this.conditionSize, 1, 0, "float32"));
    return told && tf.mul(told, tf.tensor2d(kept, [kept.length, 1]));
  }
}

const apply: Forward = (network, inputs) => network.apply(inputs, {training: true}) as tf.Tensor;

/** By row 0 where `random` takes the condition away, a `share` of all, or else 1. */
function keptRows(count: number, share: number, random: Random): Float32Array {
  if (share === 0) return new Float32Array(count).fill(1);
  return Float32Array.from({length: count}, () => (random.uniform() < share ? 0 : 1));
}

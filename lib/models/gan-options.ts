import type {OutsideLoss} from "../driving/driven-loss.js";
import type * as tf from "../tf.js";
import {Adam} from "./adam.js";
import type {Condition} from "./gan-condition.js";
import type {GanLossName} from "./gan-losses.js";
import {PlainDescent} from "./plain-descent.js";

/** The parts of a GAN, and how it is trained. */
export interface GanOptions {
  /** z [B, latentSize], and the class where it is told, -> samples [B, ...]. */
  readonly generator: tf.Sequential;
  /** Samples [B, ...] -> logit [B, 1], or what its condition makes one of. */
  readonly discriminator: tf.Sequential;
  /** A second network with the generator's layers, for the average of its weights; without it there is none. */
  readonly average?: {readonly network: tf.Sequential; readonly decay: number};
  readonly loss: GanLossName;
  /** What the generator goes down instead of its half of `loss`: on the logits of its samples. */
  readonly generatorLoss?: OutsideLoss;
  readonly learningRate: number;
  /** Updates over which the learning rate falls to a tenth; 0 leaves it. See learning-rate.ts. */
  readonly decaySteps: number;
  readonly beta1: number;
  readonly beta2: number;
  /** The target for real, 0.5 to 1; see gan-losses.ts. */
  readonly labelSmoothing: number;
  readonly discriminatorSteps: number;
  /** Cost of a critic's slope, default 10: see gradient-penalty.ts. */
  readonly penaltyWeight?: number;
  /** Updates of the generator in a step, default 1. */
  readonly generatorSteps?: number;
  /** The discriminator's learning rate as a multiple of the generator's, default 1. */
  readonly discriminatorRate?: number;
  /** Optimiser of either network, default Adam. */
  readonly generatorOptimiser?: OptimiserName;
  readonly discriminatorOptimiser?: OptimiserName;
  /** Standard deviation of the noise on all that the discriminator learns from (Sønderby et al., 2017), default 0. */
  readonly instanceNoise?: number;
  /** Whether a step reports the length of each network's gradient too. */
  readonly watchesGradients?: boolean;
  /** Tells the networks the class of a sample, by default nothing. */
  readonly condition?: Condition;
}

export const optimisers = {adam: Adam, plain: PlainDescent} as const;
export type OptimiserName = keyof typeof optimisers;

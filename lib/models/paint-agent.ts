/**
 * An agent that learns to paint by reward alone (Williams, 1992; the task is that of SPIRAL, Ganin et al., 2018, made small): it paints a batch
 * of targets with strokes drawn from its policy, is told the reward of each stroke, and Adam moves the policy's weights along
 * the policy gradient (policy-gradient.ts). No gradient goes through canvas, strokes or reward. Its targets are [B, 28, 28, 1] in [-1, 1].
 */
import type {OutsideLists} from "../driving/driven-lists.js";
import type {Random} from "../random.js";
import {canvasSide} from "../strokes.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {Baseline, type BaselineKind} from "./baseline.js";
import {trainableWeights} from "./descent.js";
import {type Episodes, playEpisodes} from "./episodes.js";
import {Learner} from "./learner.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import {paintPolicy} from "./paint-policy.js";
import {policyGradientLoss, policyOf} from "./policy-gradient.js";
import {type RewardTime, returnsToGo, toldRewards} from "./returns.js";
import {trainingPass} from "./training-pass.js";

export interface PaintAgentOptions {
  /** Channels of the policy's convolutions. */
  readonly width: number;
  readonly strokes: number;
  readonly learningRate: number;
  readonly rewarded: RewardTime;
  /** gamma */
  readonly discount: number;
  /** beta, the weight of the entropy */
  readonly exploration: number;
  readonly baseline: BaselineKind;
  /** Gives the returns of each episode's rewards, with gamma behind them; default those of returns.ts. */
  readonly returns?: OutsideLists;
}

type Live = {readonly learningRate: number; readonly exploration: number};

/** The model of the run. Its live params are `learningRate` and `exploration`. */
export class PaintAgent extends Learner<Live> implements Model<{readonly x: tf.Tensor}> {
  readonly networks: {readonly policy: tf.Sequential};
  readonly #options: PaintAgentOptions;
  readonly #baseline: Baseline;

  /** First weights are drawn by `random`. */
  constructor(options: PaintAgentOptions, random: Random) {
    const {learningRate, exploration} = options;
    const policy = paintPolicy(options.width, random);
    const baseline = new Baseline(options.baseline, options.strokes);
    super({
      networks: {policy},
      optimisers: {adam: new Adam(trainableWeights(policy))},
      live: new LiveParams({learningRate, exploration}),
      keeps: [baseline],
    });
    this.networks = {policy};
    this.#options = options;
    this.#baseline = baseline;
  }

  /**
   * `reward`: mean return of the episodes, in per cent of the task; `choices`: e^H, how many strokes it chooses between;
   * `spread`: root mean square of what the gradient is weighted with.
   */
  async step({x}: {readonly x: tf.Tensor}, random: Random) {
    const {strokes, rewarded} = this.#options;
    const targets = await targetsOf(x);
    const play = {strokes, temperature: 1};
    const episodes = await playEpisodes(this.networks.policy, targets, play, random);
    const told = episodesOf(episodes.rewards, strokes).map((each) => toldRewards(each, rewarded));
    const returns = await this.#returns(told);
    const advantages = returns.map((g, i) => g - this.#expected(i, episodes));
    this.#baseline.learn(episodes.errors, returns);
    const {entropy} = await this.learn(() => this.#pass(episodes, advantages));
    const gained = episodes.paintings.reduce((sum, {error}) => sum + 1 - error, 0);
    return {
      reward: (100 * gained) / targets.length,
      choices: Math.exp(entropy),
      spread: 100 * Math.sqrt(meanSquare(advantages)),
    };
  }

  /** Of all episodes, one after the other. */
  async #returns(rewards: readonly Float32Array[]): Promise<Float32Array> {
    const {discount, returns: outside} = this.#options;
    const returns = outside
      ? await outside(rewards, discount)
      : rewards.map((each) => returnsToGo(each, discount));
    return Float32Array.from(returns.flatMap((each) => Array.from(each)));
  }

  #expected(row: number, {errors}: Episodes): number {
    return this.#baseline.value(row % this.#options.strokes, errors[row]!);
  }

  /** The loss, and the mean entropy of the policy in nats. */
  #pass({observations, actions}: Episodes, advantages: Float32Array) {
    const seen = tf.tensor4d(observations, [actions.length, canvasSide, canvasSide, 2]);
    const logits = trainingPass(this.networks.policy, seen, false) as tf.Tensor2D;
    const policy = policyOf(logits);
    const loss = policyGradientLoss(logits, policy, {
      actions: tf.tensor1d(actions, "int32"),
      advantages: tf.tensor1d(advantages),
      episodes: actions.length / this.#options.strokes,
      entropyWeight: this.live.values.exploration,
    });
    return {loss, entropy: tf.mean(policy.entropies)};
  }
}

/** Pictures [B, 28, 28, 1] in [-1, 1] as B targets in [0, 1]. */
async function targetsOf(batch: tf.Tensor): Promise<Float32Array[]> {
  const [count, h, w, c] = batch.shape;
  if (batch.rank !== 4 || h !== canvasSide || w !== canvasSide || c !== 1)
    throw new RangeError(`invalid batch: [${batch.shape}] ([B, ${canvasSide}, ${canvasSide}, 1])`);
  const values = await batch.data();
  const size = canvasSide * canvasSide;
  return Array.from({length: count!}, (_, i) =>
    Float32Array.from(values.subarray(i * size, (i + 1) * size), (value) => (value + 1) / 2),
  );
}

/** Each run of `length` values. */
function episodesOf(values: Float32Array, length: number): Float32Array[] {
  return Array.from({length: values.length / length}, (_, i) =>
    values.subarray(i * length, (i + 1) * length),
  );
}

function meanSquare(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}

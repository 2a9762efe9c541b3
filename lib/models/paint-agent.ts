/**
 * An agent that learns to paint by reward alone (Williams, 1992; the task is that of SPIRAL, Ganin et al., 2018, made small): it paints a batch
 * of targets with strokes drawn from its policy, is told the reward of each stroke, and Adam moves the policy's weights along
 * the policy gradient (policy-gradient.ts). No gradient goes through canvas, strokes or reward. Its targets are [B, 28, 28, 1] in [-1, 1].
 */
import type {NamedArrays} from "../array.js";
import type {Random} from "../random.js";
import {canvasSide} from "../strokes.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {adamModelState} from "./adam-model.js";
import {Baseline, type BaselineKind} from "./baseline.js";
import {descend, trainableWeights} from "./descent.js";
import {type Episodes, playEpisodes} from "./episodes.js";
import {type LiveValue, liveNumber} from "./live-params.js";
import type {Model, Scalars} from "./model.js";
import {checkArrays, checkNames, namedVariables, shapesOf, writeVariables} from "./model-state.js";
import {paintPolicy} from "./paint-policy.js";
import {policyGradientLoss, policyOf} from "./policy-gradient.js";
import {returnsToGo} from "./returns.js";
import {trainingPass} from "./training-pass.js";

export interface PaintAgentOptions {
  /** Channels of the policy's convolutions. */
  readonly width: number;
  readonly strokes: number;
  readonly learningRate: number;
  /** gamma */
  readonly discount: number;
  /** beta, the weight of the entropy */
  readonly exploration: number;
  readonly baseline: BaselineKind;
}

const liveNames = ["learningRate", "exploration"] as const;

/** The model of the run. Its live params are `learningRate` and `exploration`. */
export class PaintAgent implements Model {
  readonly networks: {readonly policy: tf.Sequential};
  readonly #options: PaintAgentOptions;
  readonly #weights: readonly tf.Variable[];
  readonly #adam: Adam;
  readonly #baseline: Baseline;
  #exploration: number;
  #version = 0;

  /** First weights are drawn by `random`. */
  constructor(options: PaintAgentOptions, random: Random) {
    this.networks = {policy: paintPolicy(options.width, random)};
    this.#options = options;
    this.#exploration = options.exploration;
    this.#weights = trainableWeights(this.networks.policy);
    this.#adam = new Adam(this.#weights, {...options, beta1: 0.9, beta2: 0.999});
    this.#baseline = new Baseline(options.baseline, options.strokes);
  }

  /** Another number whenever the weights have changed. */
  get version(): number {
    return this.#version;
  }

  /**
   * `reward`: mean return of the episodes, in per cent of the task; `choices`: e^H, how many strokes it chooses between;
   * `spread`: root mean square of what the gradient is weighted with.
   */
  async step({x}: {readonly x: tf.Tensor}, random: Random): Promise<Scalars> {
    const {strokes, discount} = this.#options;
    const targets = await targetsOf(x);
    const play = {strokes, temperature: 1};
    const episodes = await playEpisodes(this.networks.policy, targets, play, random);
    const returns = eachEpisode(episodes.rewards, strokes, (rewards) =>
      returnsToGo(rewards, discount),
    );
    const advantages = returns.map((g, i) => g - this.#expected(i, episodes));
    this.#baseline.learn(episodes.errors, returns);
    const entropy = await this.#update(episodes, advantages);
    this.#version += 1;
    const gained = episodes.paintings.reduce((sum, {error}) => sum + 1 - error, 0);
    return {
      reward: (100 * gained) / targets.length,
      choices: Math.exp(entropy),
      spread: 100 * Math.sqrt(meanSquare(advantages)),
    };
  }

  #expected(row: number, {errors}: Episodes): number {
    return this.#baseline.value(row % this.#options.strokes, errors[row]!);
  }

  /** One step of Adam. Returns the mean entropy of the policy before it, in nats. */
  async #update({observations, actions}: Episodes, advantages: Float32Array): Promise<number> {
    const mean = tf.tidy(() => {
      const seen = tf.tensor4d(observations, [actions.length, canvasSide, canvasSide, 2]);
      const batch = {
        actions: tf.tensor1d(actions, "int32"),
        advantages: tf.tensor1d(advantages),
        episodes: actions.length / this.#options.strokes,
        entropyWeight: this.#exploration,
      };
      const {entropy} = descend(this.#weights, this.#adam, () => {
        const logits = trainingPass(this.networks.policy, seen, false) as tf.Tensor2D;
        const policy = policyOf(logits);
        const loss = policyGradientLoss(logits, policy, batch);
        return {loss, entropy: tf.mean(policy.entropies)};
      });
      return entropy;
    });
    const [value] = await mean.data();
    mean.dispose();
    return value!;
  }

  set(name: string, value: LiveValue): void {
    const number = liveNumber(liveNames, name, value);
    if (name === "learningRate") this.#adam.learningRate = number;
    else this.#exploration = number;
  }

  async state(): Promise<NamedArrays> {
    const learned = await adamModelState(this.#variables, this.#adam);
    return {...learned, ...this.#baseline.state()};
  }

  restore(state: NamedArrays): void {
    const variables = this.#variables;
    const shapes = {
      ...shapesOf(variables),
      ...this.#adam.shapes("adam"),
      ...this.#baseline.shapes(),
    };
    checkNames(state, shapes);
    checkArrays(state, shapes);
    writeVariables(variables, state);
    this.#adam.restore("adam", state);
    this.#baseline.restore(state);
    this.#version += 1;
  }

  get #variables() {
    return namedVariables(this.networks.policy, "policy");
  }

  dispose(): void {
    this.networks.policy.dispose();
    this.#adam.dispose();
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

/** `map` of each run of `length` values, in one array. */
function eachEpisode(
  values: Float32Array,
  length: number,
  map: (episode: Float32Array) => ArrayLike<number>,
): Float32Array {
  const mapped = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += length)
    mapped.set(map(values.subarray(i, i + length)), i);
  return mapped;
}

function meanSquare(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}

/**
 * A generative adversarial network: a generator that turns latent vectors z ~ N(0, 1) into samples, and a discriminator
 * that tells them from real ones, each trained against the other (Goodfellow et al., 2014); gan-game.ts plays a round.
 * Samples and z are [B, ...] and [B, latentSize]. What the networks look like is their makers' business: dcgan.ts, plane-gan.ts.
 */
import type {NamedArrays} from "../array.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {gradientLength} from "./descent.js";
import {type GanBatch, unconditional} from "./gan-condition.js";
import {GanGame, type GanStep, type Round} from "./gan-game.js";
import {GanJudge} from "./gan-judge.js";
import {GanLearner} from "./gan-learner.js";
import {GanLiveParams} from "./gan-live-params.js";
import type {GanOptions} from "./gan-options.js";
import type {LiveValue} from "./live-params.js";
import type {Model, Scalars} from "./model.js";
import {
  checkArrays,
  checkNames,
  type NamedVariables,
  namedVariables,
  readVariables,
  shapesOf,
  writeVariables,
} from "./model-state.js";

/** What a step reports: two losses, and the mean probability of real that each kind of sample gets. */
const curves = ["discriminatorLoss", "generatorLoss", "realScore", "fakeScore"] as const;
/** And, when they are watched, the lengths of the gradients of each network's last update: 0 for one that had none. */
const gradientCurves = ["discriminatorGradient", "generatorGradient"] as const;

/** The model of the run. Its live params are those of gan-live-params.ts. */
export class Gan implements Model<GanBatch, GanStep> {
  /** The generator here is the averaged one, if there is an average: it is what draws. */
  readonly networks: {readonly generator: tf.Sequential; readonly discriminator: tf.Sequential};
  readonly #options: GanOptions;
  readonly #live: GanLiveParams;
  readonly #judge: GanJudge;
  readonly #game: GanGame;
  readonly #learners: readonly GanLearner[];

  /** Takes the networks over: `dispose` frees them. */
  constructor(options: GanOptions) {
    const {discriminator, average} = options;
    this.networks = {generator: average?.network ?? options.generator, discriminator};
    this.#options = options;
    this.#live = new GanLiveParams(options);
    this.#judge = new GanJudge(discriminator, options.condition ?? unconditional, this.#live);
    const {generatorOptimiser, discriminatorOptimiser} = options;
    const generator = new GanLearner("generator", options.generator, generatorOptimiser, options);
    const judge = new GanLearner("discriminator", discriminator, discriminatorOptimiser, options);
    this.#learners = [generator, judge];
    this.#game = new GanGame(generator, judge, this.#judge, this.#live, options);
    average?.network.setWeights(options.generator.getWeights());
  }

  get latentSize(): number {
    return this.#game.latentSize;
  }

  async step(batch: GanBatch, random: Random, kind?: GanStep): Promise<Scalars> {
    const numbers = tf.tidy(() => this.#numbers(this.#game.play(batch, random, kind)));
    const values = await numbers.data();
    numbers.dispose();
    this.#judge.middle = values.at(-1)!;
    const names = this.#options.watchesGradients ? [...curves, ...gradientCurves] : curves;
    return Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  }

  /** Those of the curves, in their order, then the middle of a critic's logits. */
  #numbers({real, fake, fooled, ...gradients}: Round): tf.Tensor {
    const {loss, numbers} = this.#live;
    const middle = this.#judge.middleOf(real, fake);
    const scalars = [
      loss.discriminator(real, fake, numbers.labelSmoothing),
      loss.generator(fooled),
      tf.mean(this.#judge.probability(real, middle)),
      tf.mean(this.#judge.probability(fake, middle)),
    ];
    const {discriminatorGradients = [], generatorGradients = []} = gradients;
    if (this.#options.watchesGradients)
      scalars.push(gradientLength(discriminatorGradients), gradientLength(generatorGradients));
    return tf.stack([...scalars, middle]);
  }

  /** `count` latent vectors, [count, latentSize]. The caller disposes them. */
  latents(count: number, random: Random): tf.Tensor2D {
    return this.#game.latents(count, random);
  }

  /** The discriminator's opinion of `samples` [n, ...]: the probability of real, [n, 1]. The caller disposes it. Where
   * classes are told, `asked` [n, k] says as what each sample is judged. */
  probability(samples: tf.Tensor, asked?: tf.Tensor2D): tf.Tensor {
    return tf.tidy(() => this.#judge.probability(this.#judge.logits(samples, asked)));
  }

  /** The generator's loss on `samples` [n, ...] as if it had made them, []. The caller disposes it. */
  generatorLoss(samples: tf.Tensor): tf.Scalar {
    return tf.tidy(() => this.#live.loss.generator(this.#judge.logits(samples)));
  }

  set(name: string, value: LiveValue): void {
    this.#live.set(name, value);
  }

  async state(): Promise<NamedArrays> {
    const parts = await Promise.all([
      readVariables(this.#variables()),
      ...this.#learners.map((learner) => learner.slots()),
      {middle: {data: Float32Array.of(this.#judge.middle), shape: [1]}},
    ]);
    return Object.assign({}, ...parts);
  }

  restore(state: NamedArrays): void {
    const shapes = Object.assign(
      shapesOf(this.#variables()),
      ...this.#learners.map((learner) => learner.slotShapes()),
      state.middle ? {middle: [1]} : {}, // states of before there were critics have none
    );
    checkNames(state, shapes);
    checkArrays(state, shapes);
    writeVariables(this.#variables(), state);
    this.#judge.middle = state.middle?.data[0] ?? 0;
    for (const learner of this.#learners) learner.restoreSlots(state);
  }

  #variables(): NamedVariables {
    const {average} = this.#options;
    return Object.assign(
      {},
      ...this.#learners.map((learner) => learner.variables()),
      average ? namedVariables(average.network, "average") : {},
    );
  }

  dispose(): void {
    for (const learner of this.#learners) learner.dispose();
    this.#options.average?.network.dispose();
  }
}

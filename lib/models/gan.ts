/**
 * A generative adversarial network: a generator that turns latent vectors z ~ N(0, 1) into samples, and a discriminator
 * that tells them from real ones, each trained against the other (Goodfellow et al., 2014); gan-game.ts plays a round.
 * Samples and z are [B, ...] and [B, latentSize]. What the networks look like is their makers' business: dcgan.ts, plane-gan.ts.
 */
import type {LossAndGradient, OutsideLoss} from "../driving/driven-loss.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {gradientLength, trainableWeights} from "./descent.js";
import {Discriminator} from "./discriminator.js";
import {alongGradient, drivenRound, type ToldRound} from "./driven-round.js";
import {type GanBatch, unconditional} from "./gan-condition.js";
import {GanGame, type GanStep} from "./gan-game.js";
import {type GanLive, ganLiveParams} from "./gan-live-params.js";
import {type GanOptions, optimisers} from "./gan-options.js";
import {Learner} from "./learner.js";
import type {Model} from "./model.js";
import type {Optimiser} from "./optimiser.js";

/** Numbers of a step: two losses, the mean probability of real that each kind of sample gets, and, when the gradients are watched, the
 * lengths of those of each network's last update: 0 for one that had none. */
export type GanNumbers<Watched extends boolean = boolean> = {
  readonly discriminatorLoss: number;
  readonly generatorLoss: number;
  readonly realScore: number;
  readonly fakeScore: number;
} & (Watched extends true
  ? {readonly discriminatorGradient: number; readonly generatorGradient: number}
  : unknown);

/** The model of the run. Its live params are those of gan-live-params.ts. */
export class Gan<Watched extends boolean = boolean>
  extends Learner<GanLive>
  implements Model<GanBatch, GanStep>
{
  /** The generator here is the averaged one, if there is an average: it is what draws. */
  readonly networks: {readonly generator: tf.Sequential; readonly discriminator: tf.Sequential};
  readonly #options: GanOptions;
  readonly #judge: Discriminator;
  readonly #game: GanGame;

  /** Takes the networks over: `dispose` frees them. */
  constructor(options: GanOptions & {readonly watchesGradients?: Watched}) {
    const {generator, discriminator, average, condition = unconditional} = options;
    const live = ganLiveParams(options);
    const judge = new Discriminator(discriminator, condition, live);
    const movers = moversOf(options);
    super({
      networks: {generator, discriminator, ...(average && {average: {...average, of: generator}})},
      optimisers: {generatorAdam: movers.generator, discriminatorAdam: movers.discriminator},
      decaySteps: options.decaySteps,
      live,
      keeps: [judge],
    });
    this.networks = {generator: average?.network ?? generator, discriminator};
    this.#options = options;
    this.#judge = judge;
    this.#game = new GanGame(this, movers, judge, options);
  }

  get latentSize(): number {
    return this.#game.latentSize;
  }

  async step(batch: GanBatch, random: Random, kind?: GanStep): Promise<GanNumbers<Watched>> {
    const {generatorLoss} = this.#options;
    const {middle, ...curves} = generatorLoss
      ? await drivenRound(this.#game, generatorLoss, {batch, random, kind}, (play) =>
          this.#take(play),
        )
      : await this.#take(() => this.#game.play(batch, random, kind));
    this.#judge.middle = middle;
    return curves as typeof curves & GanNumbers<Watched>;
  }

  #take(play: () => ToldRound) {
    return this.take(() => this.#numbers(play()));
  }

  #numbers({real, fake, fooled, told, ...gradients}: ToldRound) {
    const {loss} = this.#judge;
    const middle = this.#judge.middleOf(real, fake);
    return {
      discriminatorLoss: loss.discriminator(real, fake, this.live.values.labelSmoothing),
      generatorLoss: told === undefined ? loss.generator(fooled) : tf.scalar(told),
      realScore: tf.mean(this.#judge.probability(real, middle)),
      fakeScore: tf.mean(this.#judge.probability(fake, middle)),
      ...(this.#options.watchesGradients && {
        discriminatorGradient: gradientLength(gradients.discriminatorGradients ?? []),
        generatorGradient: gradientLength(gradients.generatorGradients ?? []),
      }),
      middle,
    };
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
    return tf.tidy(() => this.#judge.loss.generator(this.#judge.logits(samples)));
  }

  /** How the generator's loss on `samples` [n, ...] changes with each of their numbers, of the same shape. The caller disposes it. */
  async slope(samples: tf.Tensor): Promise<tf.Tensor> {
    const {generatorLoss} = this.#options;
    const loss = generatorLoss
      ? alongGradient((await this.#outside(generatorLoss, samples)).gradient)
      : this.#judge.loss.generator;
    return tf.tidy(() => tf.grad((x) => loss(this.#judge.logits(x as tf.Tensor)))(samples));
  }

  async #outside(lossOf: OutsideLoss, samples: tf.Tensor): Promise<LossAndGradient> {
    const logits = tf.tidy(() => this.#judge.logits(samples));
    try {
      return await lossOf(Float32Array.from(await logits.data()));
    } finally {
      logits.dispose();
    }
  }
}

function moversOf(options: GanOptions): Readonly<Record<"generator" | "discriminator", Optimiser>> {
  const {generatorOptimiser = "adam", discriminatorOptimiser = "adam"} = options;
  return {
    generator: new optimisers[generatorOptimiser](trainableWeights(options.generator), options),
    discriminator: new optimisers[discriminatorOptimiser](
      trainableWeights(options.discriminator),
      options,
    ),
  };
}

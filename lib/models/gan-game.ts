/**
 * A round of the game between a GAN's two networks (Goodfellow et al., 2014, algorithm 1): the discriminator goes down its loss on real
 * and generated samples, then the generator goes down its own. The real batch serves all of the discriminator's updates of a round,
 * each with new generated samples. Where classes are told, the generator is asked for those of the real batch.
 *
 * Samples and z are [B, ...] and [B, latentSize], logits [B, 1]. All is to be called within a `tf.tidy`.
 */

import {Random} from "../random.js";
import * as tf from "../tf.js";
import type {Discriminator} from "./discriminator.js";
import type {GanBatch} from "./gan-condition.js";
import type {GanLive} from "./gan-live-params.js";
import type {GanOptions} from "./gan-options.js";
import {gradientPenalty, samplesBetween} from "./gradient-penalty.js";
import type {Learner} from "./learner.js";
import type {Optimiser} from "./optimiser.js";
import {trainingPass} from "./training-pass.js";

/** A step of one network, which leaves the other as it is. */
export type GanStep = "discriminator" | "generator";

/** What the discriminator's last update went by: its logits from before it, and the gradients, if there was one. */
interface Judged {
  readonly real: tf.Tensor;
  readonly fake: tf.Tensor;
  readonly discriminatorGradients?: readonly tf.Tensor[];
}

/** The same of the generator's: the logits of the samples that it learned from. */
interface Fooled {
  readonly fooled: tf.Tensor;
  readonly generatorGradients?: readonly tf.Tensor[];
}

export type Round = Judged & Fooled;

/** A loss [] of the logits of generated samples [B, 1]. */
export type LogitLoss = (logits: tf.Tensor) => tf.Scalar;

/** What every update of a round has: the real samples, the classes asked for [B, k] where they are told, and new inputs of the generator. */
interface Deal {
  readonly real: tf.Tensor;
  readonly asked: tf.Tensor2D | undefined;
  readonly input: () => tf.Tensor2D;
  readonly random: Random;
}

/** A learner with the discriminator as its judge. It owns neither. */
export class GanGame {
  constructor(
    readonly learner: Learner<GanLive>,
    readonly optimisers: {readonly generator: Optimiser; readonly discriminator: Optimiser},
    readonly judge: Discriminator,
    readonly options: GanOptions,
  ) {}

  get live(): GanLive {
    return this.learner.live.values;
  }

  get latentSize(): number {
    return this.options.generator.inputs[0]!.shape[1]! - this.judge.condition.inputs;
  }

  /** `count` latent vectors z. */
  latents(count: number, random: Random): tf.Tensor2D {
    return tf.tensor2d(random.normals(count * this.latentSize), [count, this.latentSize]);
  }

  /** The generator goes down `loss`. */
  play(
    batch: GanBatch,
    random: Random,
    kind?: GanStep,
    loss: LogitLoss = this.judge.loss.generator,
  ): Round {
    const deal = this.#deal(batch, random);
    const judged = kind === "generator" ? undefined : this.#trainDiscriminator(deal);
    if (judged && kind === "discriminator") return {...judged, fooled: judged.fake};
    const fooled = this.#trainGenerator(deal, loss);
    const {real, asked} = deal;
    return {...(judged ?? {real: this.judge.logits(real, asked), fake: fooled.fooled}), ...fooled};
  }

  /** The logits that the generator's next update will see with the same chance. */
  foresee(batch: GanBatch, random: Random): tf.Tensor {
    return this.#fooling(this.#deal(batch, Random.from(random.state())), false)();
  }

  #deal(batch: GanBatch, random: Random): Deal {
    const {condition} = this.judge;
    const {x: real} = batch;
    const asked = condition.asked(batch);
    const input = () => condition.input(this.latents(real.shape[0]!, random), asked);
    return {real, asked, input, random};
  }

  #trainDiscriminator(deal: Deal): Judged | undefined {
    let judged: Judged | undefined;
    for (let i = 0; i < this.live.discriminatorSteps; i++) judged = this.#updateDiscriminator(deal);
    return judged;
  }

  #trainGenerator(deal: Deal, loss: LogitLoss): Fooled {
    let fooled = this.#updateGenerator(deal, loss);
    for (let i = 1; i < (this.options.generatorSteps ?? 1); i++)
      fooled = this.#updateGenerator(deal, loss);
    return fooled;
  }

  #updateDiscriminator(deal: Deal): Judged {
    const {learningRate, labelSmoothing} = this.live;
    const {discriminator, isCritic} = this.judge.loss;
    const {asked, random} = deal;
    const fake = trainingPass(this.options.generator, deal.input(), false);
    const seen = this.#blurred(tf.concat([deal.real, fake]), random);
    const askedOfBoth = asked && tf.concat2d([asked, asked], 0);
    const rate = (this.options.discriminatorRate ?? 1) * learningRate;
    const {logits, gradients} = this.learner.descend(
      this.optimisers.discriminator,
      () => {
        const logits = this.judge.logits(seen, askedOfBoth);
        const loss = discriminator(...halves(logits), labelSmoothing);
        return {logits, loss: isCritic ? tf.add(loss, this.#penalty(seen, deal)) : loss};
      },
      rate,
    );
    const [real, generated] = halves(logits);
    return {real, fake: generated, discriminatorGradients: gradients};
  }

  /** On samples between the halves of `seen`, which are real and generated ones. */
  #penalty(seen: tf.Tensor, {asked, random}: Deal): tf.Scalar {
    const [real, fake] = halves(seen);
    const shares = Float32Array.from({length: real.shape[0]!}, () => random.uniform());
    const between = samplesBetween(real, fake, shares);
    const slope = gradientPenalty((x) => this.judge.logits(x, asked), between);
    return tf.mul(slope, this.live.penaltyWeight);
  }

  #updateGenerator(deal: Deal, loss: LogitLoss): Fooled {
    const fool = this.#fooling(deal, true);
    const {logits, gradients} = this.learner.descend(this.optimisers.generator, () => {
      const logits = fool();
      return {logits, loss: loss(logits)};
    });
    return {fooled: logits, generatorGradients: gradients};
  }

  /** Passes new samples through both networks, to their logits; `record` is that of training-pass.ts. */
  #fooling({input, asked, random}: Deal, record: boolean): () => tf.Tensor {
    const z = input();
    return () => {
      const samples = this.#blurred(trainingPass(this.options.generator, z, record), random);
      return this.judge.logits(samples, asked);
    };
  }

  #blurred(samples: tf.Tensor, random: Random): tf.Tensor {
    const {instanceNoise = 0} = this.options;
    if (instanceNoise === 0) return samples;
    const noise = random.normals(samples.size).map((normal) => instanceNoise * normal);
    return tf.add(samples, tf.tensor(noise, samples.shape));
  }
}

/** What belongs to the real samples of a batch, and what to the generated ones behind them. */
function halves(both: tf.Tensor): [real: tf.Tensor, fake: tf.Tensor] {
  return tf.split(both, 2) as [tf.Tensor, tf.Tensor];
}

/**
 * A generative adversarial network: a generator that turns latent vectors z ~ N(0, 1) into samples, and a discriminator
 * that tells them from real ones, each trained against the other (Goodfellow et al., 2014, algorithm 1).
 * Samples and z are [B, ...] and [B, latentSize]. What the networks look like is their makers' business: dcgan.ts, plane-gan.ts.
 */
import type {NamedArrays} from "../array.js";
import type {StepKind} from "../experiments/experiment.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {type Condition, unconditional} from "./gan-condition.js";
import {type GanLoss, type GanLossName, ganLosses} from "./gan-losses.js";
import {gradientPenalty, samplesBetween} from "./gradient-penalty.js";
import {learningRateAt} from "./learning-rate.js";
import type {Model, Scalars} from "./model.js";
import {
  checkArrays,
  checkNames,
  type NamedVariables,
  namedVariables,
  readVariables,
  shapesOf,
  variableOf,
  writeVariables,
} from "./model-state.js";
import type {Optimiser} from "./optimiser.js";
import {PlainDescent} from "./plain-descent.js";
import {trainingPass} from "./training-pass.js";
import {averageWeights} from "./weight-average.js";

export interface GanOptions {
  readonly generator: tf.Sequential;
  readonly discriminator: tf.Sequential;
  /** A second network with the generator's layers, for the average of its weights; without it there is none. */
  readonly average?: {readonly network: tf.Sequential; readonly decay: number};
  readonly loss: GanLossName;
  readonly learningRate: number;
  /** Updates over which the learning rate falls to a tenth; 0 leaves it. See learning-rate.ts. */
  readonly decaySteps: number;
  readonly beta1: number;
  readonly beta2: number;
  /** The target for real, 0.5 to 1; see gan-losses.ts. */
  readonly labelSmoothing: number;
  readonly discriminatorSteps: number;
  /** What a critic's slope costs, see gradient-penalty.ts; 10 unless told. */
  readonly penaltyWeight?: number;
  /** Updates of the generator in a step; 1 unless told. */
  readonly generatorSteps?: number;
  /** The discriminator's learning rate as a multiple of the generator's; 1 unless told. */
  readonly discriminatorRate?: number;
  /** What moves the weights of either network; Adam unless told. */
  readonly generatorOptimiser?: OptimiserName;
  readonly discriminatorOptimiser?: OptimiserName;
  /** Standard deviation of the noise on all that the discriminator learns from (Sønderby et al., 2017); 0 unless told. */
  readonly instanceNoise?: number;
  /** Whether a step reports the length of each network's gradient too. */
  readonly watchesGradients?: boolean;
  /** Whether the networks are told the class of a sample; not, unless told otherwise. */
  readonly condition?: Condition;
}

export type OptimiserName = "adam" | "plain";
const optimisers = {adam: Adam, plain: PlainDescent} as const;

type LiveName = "learningRate" | "labelSmoothing" | "discriminatorSteps" | "penaltyWeight";

/** What a step reports: two losses, and the mean probability of real that each kind of sample gets. */
const curves = ["discriminatorLoss", "generatorLoss", "realScore", "fakeScore"] as const;
/** And, when they are watched, the lengths of the gradients of each network's last update: 0 for one that had none. */
const gradientCurves = ["discriminatorGradient", "generatorGradient"] as const;

export class Gan implements Model {
  /** The generator here is the averaged one, if there is an average: it is what draws. */
  readonly networks: {readonly generator: tf.Sequential; readonly discriminator: tf.Sequential};
  readonly #options: GanOptions;
  readonly #condition: Condition;
  readonly #live: Record<LiveName, number>;
  /** A critic's logit half-way between real and generated samples, as of the last step. */
  #middle = 0;
  #lossName: GanLossName;
  readonly #generatorOptimiser: Optimiser;
  readonly #discriminatorOptimiser: Optimiser;

  /** Takes the networks over: `dispose` frees them. */
  constructor(options: GanOptions) {
    const {generator, discriminator, average} = options;
    this.networks = {generator: average?.network ?? generator, discriminator};
    this.#options = options;
    this.#lossName = options.loss;
    this.#condition = options.condition ?? unconditional;
    this.#live = {
      learningRate: options.learningRate,
      labelSmoothing: options.labelSmoothing,
      discriminatorSteps: options.discriminatorSteps,
      penaltyWeight: options.penaltyWeight ?? 10,
    };
    const {generatorOptimiser = "adam", discriminatorOptimiser = "adam"} = options;
    this.#generatorOptimiser = new optimisers[generatorOptimiser](trainable(generator), options);
    this.#discriminatorOptimiser = new optimisers[discriminatorOptimiser](
      trainable(discriminator),
      options,
    );
    average?.network.setWeights(generator.getWeights());
  }

  get latentSize(): number {
    return this.#options.generator.inputs[0]!.shape[1]! - this.#condition.inputs;
  }

  async step(batch: tf.Tensor, random: Random, kind: StepKind): Promise<Scalars> {
    const numbers = tf.tidy(() => this.#update(batch, random, kind));
    const values = await numbers.data();
    numbers.dispose();
    this.#middle = values.at(-1)!;
    const names = this.#options.watchesGradients ? [...curves, ...gradientCurves] : curves;
    return Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  }

  /** The real batch serves all of the discriminator's updates of a step, each with new generated samples. Where classes are
   * told, the generator is asked for those of the real batch. */
  #update(batch: tf.Tensor, random: Random, kind: StepKind): tf.Tensor {
    const {samples: real, asked} = this.#condition.parts(batch);
    const input = () => this.#condition.input(this.latents(batch.shape[0]!, random), asked);
    let judged: Judged | undefined;
    if (kind !== "generator")
      for (let i = 0; i < this.#live.discriminatorSteps; i++)
        judged = this.#updateDiscriminator(real, input(), asked, random);
    if (judged && kind === "discriminator") return this.#numbers(judged, {logits: judged.fake});
    let fooled = this.#updateGenerator(input(), asked, random);
    for (let i = 1; i < (this.#options.generatorSteps ?? 1); i++)
      fooled = this.#updateGenerator(input(), asked, random);
    return this.#numbers(judged ?? {real: this.#judge(real, asked), fake: fooled.logits}, fooled);
  }

  #updateDiscriminator(
    real: tf.Tensor,
    input: tf.Tensor,
    asked: tf.Tensor2D | undefined,
    random: Random,
  ): Judged {
    const {generator, discriminator, discriminatorRate = 1} = this.#options;
    const seen = this.#blurred(tf.concat([real, trainingPass(generator, input, false)]), random);
    const askedOfBoth = asked && tf.concat2d([asked, asked], 0);
    const penalty = () => this.#penalty(seen, asked, random);
    const optimiser = this.#atItsRate(this.#discriminatorOptimiser, discriminatorRate);
    const {logits, slope} = descend(discriminator, optimiser, () => {
      const logits = this.#judge(seen, askedOfBoth);
      const {real, fake} = halves(logits);
      const loss = this.#loss.discriminator(real, fake, this.#live.labelSmoothing);
      return {logits, loss: this.#loss.isCritic ? tf.add(loss, penalty()) : loss};
    });
    return {...halves(logits), slope};
  }

  /** On samples between the halves of `seen`, which are real and generated ones. */
  #penalty(seen: tf.Tensor, asked: tf.Tensor2D | undefined, random: Random): tf.Scalar {
    const [real, fake] = tf.split(seen, 2) as [tf.Tensor, tf.Tensor];
    const shares = Float32Array.from({length: real.shape[0]!}, () => random.uniform());
    const between = samplesBetween(real, fake, shares);
    const slope = gradientPenalty((x) => this.#judge(x, asked), between);
    return tf.mul(slope, this.#live.penaltyWeight);
  }

  #updateGenerator(input: tf.Tensor, asked: tf.Tensor2D | undefined, random: Random): Update {
    const {generator, average} = this.#options;
    const update = descend(generator, this.#atItsRate(this.#generatorOptimiser), () => {
      const logits = this.#judge(
        this.#blurred(trainingPass(generator, input, true), random),
        asked,
      );
      return {logits, loss: this.#loss.generator(logits)};
    });
    if (average)
      averageWeights(average.network, generator, average.decay, this.#generatorOptimiser.steps);
    return update;
  }

  #blurred(samples: tf.Tensor, random: Random): tf.Tensor {
    const {instanceNoise = 0} = this.#options;
    if (instanceNoise === 0) return samples;
    const noise = random.normals(samples.size).map((normal) => instanceNoise * normal);
    return tf.add(samples, tf.tensor(noise, samples.shape));
  }

  /** The optimiser, set to the rate of its next update. */
  #atItsRate(optimiser: Optimiser, factor = 1): Optimiser {
    const rate = factor * this.#live.learningRate;
    optimiser.learningRate = learningRateAt(rate, optimiser.steps, this.#options.decaySteps);
    return optimiser;
  }

  #judge(samples: tf.Tensor, asked?: tf.Tensor2D): tf.Tensor {
    const outputs = trainingPass(this.#options.discriminator, samples, false);
    return this.#condition.logits(outputs, asked);
  }

  #numbers({real, fake, slope}: Judged, fooled: Update): tf.Tensor {
    const {discriminator, generator, isCritic} = this.#loss;
    const middle = isCritic ? tf.mul(0.5, tf.add(tf.mean(real), tf.mean(fake))) : tf.scalar(0);
    const numbers = [
      discriminator(real, fake, this.#live.labelSmoothing),
      generator(fooled.logits),
      tf.mean(this.#opinion(real, middle)),
      tf.mean(this.#opinion(fake, middle)),
    ];
    if (this.#options.watchesGradients) numbers.push(lengthOf(slope), lengthOf(fooled.slope));
    return tf.stack([...numbers, middle]);
  }

  #opinion(logits: tf.Tensor, middle: tf.Tensor | number): tf.Tensor {
    const {probability, isCritic} = this.#loss;
    return probability(isCritic ? tf.sub(logits, middle) : logits);
  }

  get #loss(): GanLoss {
    return ganLosses[this.#lossName];
  }

  /** `count` latent vectors, [count, latentSize]. The caller disposes them. */
  latents(count: number, random: Random): tf.Tensor2D {
    return tf.tensor2d(random.normals(count * this.latentSize), [count, this.latentSize]);
  }

  /** The discriminator's opinion of `samples` [n, ...]: the probability of real, [n, 1]. The caller disposes it. Where
   * classes are told, `asked` [n, k] says as what each sample is judged. */
  probability(samples: tf.Tensor, asked?: tf.Tensor2D): tf.Tensor {
    return tf.tidy(() => this.#opinion(this.#judge(samples, asked), this.#middle));
  }

  /** The generator's loss on `samples` [n, ...] as if it had made them, []. */
  generatorLoss(samples: tf.Tensor): tf.Scalar {
    return tf.tidy(() => this.#loss.generator(this.#judge(samples)));
  }

  set(name: string, value: number | string | boolean): void {
    if (name === "loss") {
      this.#setLoss(value);
      return;
    }
    if (!Object.hasOwn(this.#live, name))
      throw new RangeError(
        `unknown live param: ${name} (one of ${Object.keys(this.#live).join(", ")}, loss)`,
      );
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new RangeError(`invalid ${name}: ${value} (a number)`);
    this.#live[name as LiveName] = value;
  }

  #setLoss(name: number | string | boolean): void {
    if (!Object.hasOwn(ganLosses, String(name)))
      throw new RangeError(`unknown loss: ${name} (one of ${Object.keys(ganLosses).join(", ")})`);
    this.#lossName = name as GanLossName;
  }

  async state(): Promise<NamedArrays> {
    const parts = await Promise.all([
      readVariables(this.#variables()),
      this.#generatorOptimiser.state("generatorAdam"),
      this.#discriminatorOptimiser.state("discriminatorAdam"),
      {middle: {data: Float32Array.of(this.#middle), shape: [1]}},
    ]);
    return Object.assign({}, ...parts);
  }

  restore(state: NamedArrays): void {
    const shapes = {
      ...shapesOf(this.#variables()),
      ...this.#generatorOptimiser.shapes("generatorAdam"),
      ...this.#discriminatorOptimiser.shapes("discriminatorAdam"),
      ...(state.middle ? {middle: [1]} : {}), // states of before there were critics have none
    };
    checkNames(state, shapes);
    checkArrays(state, shapes);
    writeVariables(this.#variables(), state);
    this.#middle = state.middle?.data[0] ?? 0;
    this.#generatorOptimiser.restore("generatorAdam", state);
    this.#discriminatorOptimiser.restore("discriminatorAdam", state);
  }

  #variables(): NamedVariables {
    const {generator, discriminator, average} = this.#options;
    return {
      ...namedVariables(generator, "generator"),
      ...namedVariables(discriminator, "discriminator"),
      ...(average ? namedVariables(average.network, "average") : {}),
    };
  }

  dispose(): void {
    const {generator, discriminator, average} = this.#options;
    for (const network of [generator, discriminator, average?.network]) network?.dispose();
    this.#generatorOptimiser.dispose();
    this.#discriminatorOptimiser.dispose();
  }
}

/** An update's logits [B, 1] from before it, and the gradients it went against; none for what was only judged. */
interface Update {
  readonly logits: tf.Tensor;
  readonly slope?: readonly tf.Tensor[];
}

/** Logits [B, 1] of a real and a generated batch. */
interface Judged extends Pick<Update, "slope"> {
  readonly real: tf.Tensor;
  readonly fake: tf.Tensor;
}

function halves(logits: tf.Tensor): Judged {
  const [real, fake] = tf.split(logits, 2);
  return {real: real!, fake: fake!};
}

/** One update of `network`'s weights down the gradient of `loss`. */
function descend(
  network: tf.Sequential,
  optimiser: Optimiser,
  forward: () => {readonly logits: tf.Tensor; readonly loss: tf.Scalar},
): Required<Update> {
  const weights = trainable(network);
  let kept: tf.Tensor | undefined;
  const {value, grads} = tf.variableGrads(() => {
    const {logits, loss} = forward();
    kept = tf.keep(logits);
    return loss;
  }, weights);
  const slope = weights.map(({name}) => grads[name]!);
  optimiser.apply(slope);
  value.dispose();
  const logits = tf.clone(kept!);
  kept!.dispose();
  return {logits, slope};
}

/** The Euclidean length of all gradients as one vector, []. */
function lengthOf(slope: readonly tf.Tensor[] = []): tf.Scalar {
  const squares = slope.map((gradient) => tf.sum(tf.square(gradient)));
  return squares.length === 0 ? tf.scalar(0) : tf.sqrt(tf.sum(tf.stack(squares)));
}

function trainable(network: tf.Sequential): tf.Variable[] {
  return network.trainableWeights.map(variableOf);
}

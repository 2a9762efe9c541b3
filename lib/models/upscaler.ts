/**
 * A network that enlarges pictures f times. It works at the small size and says, for each small pixel, what the f² large ones that it
 * becomes are to have beside what bicubic says of them:
 *
 *     x [B, h, w, c]  ->  3x3 convolutions, ReLU  ->  [B, h, w, f² c]  ->  shuffled [B, f h, f w, c]  ->  + bicubic
 *
 * (Shi et al., 2016, section 3: convolutions at the small size; Kim et al., 2016, section 3: learn the difference alone.) Without the sum
 * it has to say all of the picture. Pictures are in [-1, 1]; what it makes may leave that range. The last kernel is 0 at first, so that
 * with the sum it begins as bicubic. Convolutions take pictures of any size, beside the one that it learns from.
 */
import {type ByteImages, type Images, imageSize, pick, toFloats} from "../image.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {trainableWeights} from "./descent.js";
import {initialise} from "./initial-weights.js";
import {Learner} from "./learner.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import {absoluteLoss, squaredLoss} from "./picture-losses.js";
import {shuffled} from "./sub-pixel.js";

export interface UpscalerOptions {
  /** Pixels of an edge of the small pictures that it learns from. */
  readonly side: number;
  readonly channels: number;
  /** f, a whole number. */
  readonly factor: number;
  /** Whether bicubic is added. */
  readonly residual: boolean;
  /** Hidden convolutions, and channels of each. */
  readonly layers: number;
  readonly width: number;
  readonly loss: "squared" | "absolute";
  readonly learningRate: number;
  readonly decaySteps: number;
}

/** Small pictures `x`, by bicubic `base` [B, f h, f w, c], and as they were. */
type Enlarging = {readonly x: tf.Tensor; readonly base: tf.Tensor; readonly truth: tf.Tensor};

/** Pictures that are enlarged at a time. */
const chunk = 32;

/** The model of the run. Its live param is `learningRate`. */
export class Upscaler extends Learner implements Model<Enlarging> {
  readonly networks: {readonly upscaler: tf.Sequential};
  readonly #options: UpscalerOptions;

  /** First weights are drawn by `random` (He et al., 2015). */
  constructor(options: UpscalerOptions, random: Random) {
    const {learningRate, decaySteps} = options;
    const upscaler = upscalerNetwork(options, random);
    super({
      networks: {upscaler},
      optimisers: {adam: new Adam(trainableWeights(upscaler))},
      ...{decaySteps, live: new LiveParams({learningRate})},
    });
    this.networks = {upscaler};
    this.#options = options;
  }

  /** `loss` from before the update, and what bicubic has on the same batch. */
  async step({x, base, truth}: Enlarging) {
    const lossOf = this.#options.loss === "squared" ? squaredLoss : absoluteLoss;
    const {loss, bicubicLoss} = await this.learn(() => ({
      loss: lossOf(this.enlarged(x, base), truth),
      bicubicLoss: lossOf(base, truth),
    }));
    return {loss, bicubicLoss};
  }

  /** `x` [B, h, w, c] enlarged, of which `base` [B, f h, f w, c] is bicubic's answer. To be called within a `tf.tidy`. */
  enlarged(x: tf.Tensor, base: tf.Tensor): tf.Tensor {
    const {factor, residual} = this.#options;
    const details = shuffled(this.networks.upscaler.apply(x) as tf.Tensor, factor);
    return residual ? tf.add(base, details) : details;
  }

  /** The same of many pictures, `small` and by bicubic, as plain numbers. Frees its tensors. */
  async enlarge(small: ByteImages, base: ByteImages): Promise<Images> {
    const [count] = base.shape;
    const data = new Float32Array(base.data.length);
    for (let first = 0; first < count; first += chunk) {
      const length = Math.min(chunk, count - first);
      const places = Array.from({length}, (_, i) => first + i);
      const made = tf.tidy(() => this.enlarged(tensorOf(small, places), tensorOf(base, places)));
      data.set(await made.data<"float32">(), first * imageSize(base.shape));
      made.dispose();
    }
    return {data, shape: base.shape};
  }
}

function tensorOf(images: ByteImages, places: readonly number[]): tf.Tensor {
  const {data, shape} = toFloats(pick(images, places));
  return tf.tensor(data, [...shape]);
}

function upscalerNetwork(options: UpscalerOptions, random: Random): tf.Sequential {
  const {side, channels, factor, layers, width} = options;
  const same = {kernelSize: 3, padding: "same", kernelInitializer: "zeros"} as const;
  const hidden = Array.from({length: layers}, (_, i) =>
    tf.layers.conv2d({
      ...{name: `conv${i + 1}`, filters: width, activation: "relu", ...same},
      ...(i === 0 && {inputShape: [side, side, channels]}),
    }),
  );
  const details = tf.layers.conv2d({name: "details", filters: factor ** 2 * channels, ...same});
  const network = tf.sequential({name: "upscaler", layers: [...hidden, details]});
  initialise(network, random, "he");
  const [kernel] = details.trainableWeights;
  const zeros = tf.zeros(kernel!.shape as number[]);
  kernel!.write(zeros);
  zeros.dispose();
  return network;
}

/**
 * A deep convolutional GAN for pictures of 28 x 28 pixels, one channel (Radford et al., 2016, section 3), with W the base width:
 *
 *   generator       z [B, latentSize] -> [B, 7, 7, 2W] -> [B, 14, 14, W] -> [B, 28, 28, 1] in [-1, 1]
 *   discriminator   [B, 28, 28, 1] -> [B, 14, 14, W] -> [B, 7, 7, 2W] -> logit [B, 1]
 *
 * The generator has batch normalisation and ReLU after all but its last layer; the discriminator leaky ReLU and no
 * normalisation, so that real and generated pictures can share a batch. Stock layers only: any TF.js program opens them.
 *
 * With k classes the generator takes [z, onehot(y)] and the discriminator gives k + 1 numbers: see gan-condition.ts.
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Gan} from "./gan.js";
import {onClasses, unconditional} from "./gan-condition.js";
import type {GanLossName} from "./gan-losses.js";
import {initialise} from "./initial-weights.js";

export interface DcganOptions {
  readonly loss: GanLossName;
  readonly learningRate: number;
  /** Steps over which the learning rate falls to a tenth; 0 leaves it. */
  readonly decaySteps: number;
  readonly baseWidth: number;
  readonly latentSize: number;
  readonly labelSmoothing: number;
  /** Updates of the discriminator in a step, default 1. */
  readonly discriminatorSteps?: number;
  /** Cost of a critic's slope, default 10: see gradient-penalty.ts. */
  readonly penaltyWeight?: number;
  /** Decay of the weights' running average, 0 to below 1; 0 draws with the last weights. */
  readonly averaging: number;
  /** Classes that both networks are told of; 0, as when it is left out, for none. */
  readonly classes?: number;
}

const pictureShape = [28, 28, 1] as const;

/** A DCGAN with weights drawn from `random`. */
export function dcgan(options: DcganOptions, random: Random): Gan {
  const {averaging, classes = 0} = options;
  const generator = generatorNetwork(options);
  const discriminator = discriminatorNetwork(options);
  initialise(generator, random.fork("generator"), "dcgan");
  initialise(discriminator, random.fork("discriminator"), "dcgan");
  return new Gan({
    ...options,
    generator,
    discriminator,
    ...(averaging > 0 ? {average: {network: generatorNetwork(options), decay: averaging}} : {}),
    beta1: 0.5,
    beta2: 0.99,
    discriminatorSteps: options.discriminatorSteps ?? 1,
    condition: classes > 0 ? onClasses(classes) : unconditional,
  });
}

// A 6 x 6 window at stride 2 is a 3 x 3 convolution for each of four subpixels (Shi et al., 2016): every pixel is covered
// equally often, which avoids checkerboards (Odena et al., 2016). Narrower first windows did worse: bench/SWEEPS.md.
function generatorNetwork({latentSize, baseWidth, classes = 0}: DcganOptions): tf.Sequential {
  const {dense, reshape, batchNormalization, reLU, conv2dTranspose} = tf.layers;
  const up = {kernelSize: 6, strides: 2, padding: "same", kernelInitializer: "zeros"} as const;
  return tf.sequential({
    name: "generator",
    layers: [
      dense({
        name: "seed",
        units: 7 * 7 * 2 * baseWidth,
        inputShape: [latentSize + classes],
        useBias: false,
        kernelInitializer: "zeros",
      }),
      reshape({name: "grid", targetShape: [7, 7, 2 * baseWidth]}),
      batchNormalization({name: "norm1"}),
      reLU({name: "relu1"}),
      conv2dTranspose({name: "up1", filters: baseWidth, useBias: false, ...up}),
      batchNormalization({name: "norm2"}),
      reLU({name: "relu2"}),
      conv2dTranspose({name: "up2", filters: 1, activation: "tanh", ...up}),
    ],
  });
}

function discriminatorNetwork({baseWidth, classes = 0}: DcganOptions): tf.Sequential {
  const {conv2d, leakyReLU, flatten, dense} = tf.layers;
  const down = {kernelSize: 4, strides: 2, padding: "same", kernelInitializer: "zeros"} as const;
  return tf.sequential({
    name: "discriminator",
    layers: [
      conv2d({name: "down1", filters: baseWidth, inputShape: [...pictureShape], ...down}),
      leakyReLU({name: "leaky1", alpha: 0.2}),
      conv2d({name: "down2", filters: 2 * baseWidth, ...down}),
      leakyReLU({name: "leaky2", alpha: 0.2}),
      flatten({name: "flat"}),
      dense({name: "logit", units: 1 + classes, kernelInitializer: "zeros"}),
    ],
  });
}

/**
 * A GAN for grey pictures of 16 x 16 pixels that is small enough for a few milliseconds a step, with W the width:
 *
 *   generator       z [B, latentSize] -> [B, 4, 4, 2W] -> [B, 8, 8, W] -> [B, 16, 16, 1] in [-1, 1]
 *   discriminator   [B, 16, 16, 1] -> [B, 8, 8, W] -> [B, 4, 4, 2W] -> logit [B, 1]
 *
 * Its generator doubles the side in one of three ways (Odena et al., 2016):
 *
 *   odd      a transposed convolution with a window of 3 and a stride of 2: windows overlap on every other pixel only
 *   even     the same with a window of 4, which covers every pixel equally often
 *   resize   every pixel twice, then a convolution of 3 x 3
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Gan} from "./gan.js";
import type {GanOptions} from "./gan-options.js";
import {initialise} from "./initial-weights.js";

export type Upsampling = "odd" | "even" | "resize";

export interface SmallPictureGanOptions
  extends Omit<
    GanOptions,
    "generator" | "discriminator" | "average" | "decaySteps" | "beta1" | "beta2" | "labelSmoothing"
  > {
  readonly width: number;
  readonly latentSize: number;
  readonly upsampling: Upsampling;
}

/** A GAN on small pictures with weights drawn from `random`. */
export function smallPictureGan(options: SmallPictureGanOptions, random: Random): Gan<true> {
  const generator = generatorNetwork(options);
  const discriminator = discriminatorNetwork(options);
  initialise(generator, random.fork("generator"), "he");
  initialise(discriminator, random.fork("discriminator"), "he");
  return new Gan({
    ...options,
    generator,
    discriminator,
    decaySteps: 0,
    beta1: 0.5,
    beta2: 0.99,
    labelSmoothing: 1,
    watchesGradients: true,
  });
}

function generatorNetwork({width, latentSize, upsampling}: SmallPictureGanOptions): tf.Sequential {
  const {dense, reshape, leakyReLU, activation} = tf.layers;
  return tf.sequential({
    name: "generator",
    layers: [
      dense({
        name: "seed",
        units: 4 * 4 * 2 * width,
        inputShape: [latentSize],
        kernelInitializer: "zeros",
      }),
      reshape({name: "grid", targetShape: [4, 4, 2 * width]}),
      leakyReLU({name: "leaky1", alpha: 0.2}),
      ...doubling("up1", upsampling, width),
      leakyReLU({name: "leaky2", alpha: 0.2}),
      ...doubling("up2", upsampling, 1),
      activation({name: "range", activation: "tanh"}),
    ],
  });
}

/** Layers that double the side. */
function doubling(name: string, upsampling: Upsampling, filters: number): tf.layers.Layer[] {
  const {conv2dTranspose, upSampling2d, conv2d} = tf.layers;
  const options = {filters, padding: "same", kernelInitializer: "zeros"} as const;
  if (upsampling !== "resize") {
    const kernelSize = upsampling === "odd" ? 3 : 4;
    return [conv2dTranspose({name, kernelSize, strides: 2, ...options})];
  }
  return [
    upSampling2d({name: `${name}-twice`, size: [2, 2]}),
    conv2d({name, kernelSize: 3, ...options}),
  ];
}

function discriminatorNetwork({width}: SmallPictureGanOptions): tf.Sequential {
  const {conv2d, leakyReLU, flatten, dense} = tf.layers;
  const down = {kernelSize: 4, strides: 2, padding: "same", kernelInitializer: "zeros"} as const;
  return tf.sequential({
    name: "discriminator",
    layers: [
      conv2d({name: "down1", filters: width, inputShape: [16, 16, 1], ...down}),
      leakyReLU({name: "leaky1", alpha: 0.2}),
      conv2d({name: "down2", filters: 2 * width, ...down}),
      leakyReLU({name: "leaky2", alpha: 0.2}),
      flatten({name: "flat"}),
      dense({name: "logit", units: 1, kernelInitializer: "zeros"}),
    ],
  });
}

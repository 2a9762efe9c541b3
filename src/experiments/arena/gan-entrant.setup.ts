/**
 * The GAN of the arena, for pictures of 14 x 14 pixels (Radford et al., 2016, section 3):
 *
 *   generator       z [B, 16] -> [B, 7, 7, 2W] -> [B, 14, 14, W] -> [B, 14, 14, 1] in [-1, 1]
 *   discriminator   [B, 14, 14, 1] -> [B, 7, 7, W] -> [B, 4, 4, 2W] -> logit [B, 1]
 */
import {Gan} from "../../lib/models/gan.js";
import {generateImages} from "../../lib/models/generate.js";
import {initialise} from "../../lib/models/initial-weights.js";
import * as tf from "../../lib/tf.js";
import {latentProbe, pictureProbe, probeCount} from "../shared/probe.setup.js";
import {side} from "./contenders.js";
import type {MakeEntrant} from "./entrant.setup.js";

const [width, latentSize] = [16, 16];

export const ganEntrant: MakeEntrant = ({decaySteps, random, pictures}) => {
  const generator = generatorNetwork();
  const discriminator = discriminatorNetwork();
  initialise(generator, random.fork("generator"), "dcgan");
  initialise(discriminator, random.fork("discriminator"), "dcgan");
  const model = new Gan({
    ...{generator, discriminator, decaySteps},
    average: {network: generatorNetwork(), decay: 0.995},
    loss: "non-saturating",
    ...{learningRate: 0.004, beta1: 0.5, beta2: 0.99, labelSmoothing: 0.9},
    discriminatorSteps: 1,
  });
  return {
    model,
    loss: ({generatorLoss}) => generatorLoss!,
    draw: (count, chance) =>
      generateImages(model.networks.generator, chance.normals(count * latentSize), 256),
    probe: (network, chance) =>
      network === "generator"
        ? latentProbe(chance.normals(probeCount * latentSize), latentSize)
        : pictureProbe(pictures),
  };
};

const zeros = {kernelInitializer: "zeros"} as const;

function generatorNetwork(): tf.Sequential {
  const {dense, reshape, batchNormalization, reLU, conv2dTranspose, conv2d, activation} = tf.layers;
  const half = side / 2;
  const units = half * half * 2 * width;
  return tf.sequential({
    name: "generator",
    layers: [
      dense({name: "seed", units, inputShape: [latentSize], useBias: false, ...zeros}),
      reshape({name: "grid", targetShape: [half, half, 2 * width]}),
      batchNormalization({name: "norm1"}),
      reLU({name: "relu1"}),
      // A window of 6: see dcgan.ts.
      conv2dTranspose({name: "up", filters: width, useBias: false, ...window(6, 2)}),
      batchNormalization({name: "norm2"}),
      reLU({name: "relu2"}),
      conv2d({name: "last", filters: 1, ...window(3, 1)}),
      activation({name: "range", activation: "tanh"}),
    ],
  });
}

function discriminatorNetwork(): tf.Sequential {
  const {conv2d, leakyReLU, flatten, dense} = tf.layers;
  return tf.sequential({
    name: "discriminator",
    layers: [
      conv2d({name: "down1", filters: width, inputShape: [side, side, 1], ...window(4, 2)}),
      leakyReLU({name: "leaky1", alpha: 0.2}),
      conv2d({name: "down2", filters: 2 * width, ...window(4, 2)}),
      leakyReLU({name: "leaky2", alpha: 0.2}),
      flatten({name: "flat"}),
      dense({name: "logit", units: 1, ...zeros}),
    ],
  });
}

function window(kernelSize: number, strides: number) {
  return {kernelSize, strides, padding: "same", ...zeros} as const;
}

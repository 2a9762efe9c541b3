/**
 * The steps that are timed: two reference steps, which other programs have been timed on as well (batch 64, Adam, 28 x 28
 * pictures), written in plain TF.js as anybody would, a step of the course's U-Net and of its transformer, and the steps of its own experiments.
 */

import {adam} from "../lib/kernels/index.js";
import {dcgan} from "../lib/models/dcgan.js";
import {kernelPass} from "../lib/models/flow/kernel-pass.js";
import {transformer} from "../lib/models/flow/transformer.js";
import {transformerPass} from "../lib/models/flow/transformer-pass.js";
import {uNet} from "../lib/models/flow/unet.js";
import {planeGan} from "../lib/models/plane-gan.js";
import {defaultParams} from "../lib/params.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import {ganDigits} from "../src/experiments/gan-digits/experiment.js";
import {ganPlane} from "../src/experiments/gan-plane/experiment.js";

/** Takes one step and resolves to its losses when they are there. */
export type Step = () => Promise<readonly number[]>;

/** Whose Adam moves the weights of the reference steps: TF.js's or the one of lib/kernels. */
export type Optimiser = "stock" | "ours";

/** What makes the step of a name. The course's own experiments have their own batch size and optimiser. */
export type Maker = (batchSize?: number, optimiser?: Optimiser) => Step;

export const steps: Readonly<Record<string, Maker>> = {
  "cnn reference": cnnReference,
  "gan reference": ganReference,
  "gan as written": ganAsWritten,
  "u-net": uNetStep,
  transformer: transformerStep,
  "gan-digits": ganDigitsStep,
  "gan-plane": ganPlaneStep,
};

/** Those that reference.py takes too. */
export const referenceNames = ["cnn reference", "gan reference", "u-net", "transformer"] as const;

function cnnReference(batchSize = 64, optimiser: Optimiser = "stock"): Step {
  const {conv2d, maxPooling2d, flatten, dense} = tf.layers;
  const conv = {kernelSize: 3, padding: "same", activation: "relu"} as const;
  const layers = [
    conv2d({filters: 16, inputShape: [28, 28, 1], ...conv}),
    maxPooling2d({poolSize: 2}),
    conv2d({filters: 32, ...conv}),
    maxPooling2d({poolSize: 2}),
    flatten(),
    dense({units: 10}),
  ];
  const network = seeded(tf.sequential({layers}));
  const pictures = normal([batchSize, 28, 28, 1]);
  const labels = tf.tensor2d(
    Array.from({length: batchSize}, (_, i) => Array.from({length: 10}, (_, k) => +(i % 10 === k))),
  );
  const loss = () => tf.losses.softmaxCrossEntropy(labels, train(network, pictures)) as tf.Scalar;
  return descent(network, loss, optimiser);
}

function ganReference(batchSize = 64, optimiser: Optimiser = "stock"): Step {
  const {generator, discriminator} = ganNetworks();
  const real = normal([batchSize, 28, 28, 1]);
  const noise = normal([batchSize, 32]);
  const judge = (samples: tf.Tensor) => train(discriminator, samples);
  const cost = (logits: tf.Tensor, sign: number) => tf.mean(tf.softplus(tf.mul(logits, sign)));
  const discriminatorLoss = () => {
    const fake = train(generator, noise);
    return tf.add(cost(judge(real), -1), cost(judge(fake), 1)) as tf.Scalar;
  };
  const generatorLoss = () => cost(judge(train(generator, noise)), -1) as tf.Scalar;
  const stepDiscriminator = descent(discriminator, discriminatorLoss, optimiser);
  const stepGenerator = descent(generator, generatorLoss, optimiser);
  return async () => [...(await stepDiscriminator()), ...(await stepGenerator())];
}

/** The same networks by TF.js's own losses and its own chance. */
function ganAsWritten(batchSize = 64, optimiser: Optimiser = "stock"): Step {
  const {generator, discriminator} = ganNetworks();
  const real = normal([batchSize, 28, 28, 1]);
  const fake = () => train(generator, tf.randomNormal([batchSize, 32]));
  const {sigmoidCrossEntropy} = tf.losses;
  const judged = (samples: tf.Tensor, label: number) => {
    const logits = train(discriminator, samples);
    return sigmoidCrossEntropy(tf.fill(logits.shape, label), logits) as tf.Scalar;
  };
  const discriminatorLoss = () => tf.add(judged(real, 1), judged(fake(), 0)) as tf.Scalar;
  const stepDiscriminator = descent(discriminator, discriminatorLoss, optimiser);
  const stepGenerator = descent(generator, () => judged(fake(), 1), optimiser);
  return async () => [...(await stepDiscriminator()), ...(await stepGenerator())];
}

function ganNetworks(): Readonly<Record<"generator" | "discriminator", tf.Sequential>> {
  const {batchNormalization, conv2d, conv2dTranspose, dense, flatten, leakyReLU, reshape} =
    tf.layers;
  const up = {kernelSize: 4, strides: 2, padding: "same"} as const;
  const generator = seeded(
    tf.sequential({
      layers: [
        dense({units: 7 * 7 * 32, inputShape: [32]}),
        reshape({targetShape: [7, 7, 32]}),
        conv2dTranspose({filters: 32, activation: "relu", ...up}),
        batchNormalization(),
        conv2dTranspose({filters: 1, activation: "tanh", ...up}),
      ],
    }),
  );
  const discriminator = seeded(
    tf.sequential({
      layers: [
        conv2d({filters: 16, inputShape: [28, 28, 1], ...up}),
        leakyReLU({alpha: 0.2}),
        conv2d({filters: 32, ...up}),
        leakyReLU({alpha: 0.2}),
        flatten(),
        dense({units: 1}),
      ],
    }),
  );
  return {generator, discriminator};
}

/** The network of diffusion-digits at its default width, on pictures, times and classes that stay the same. */
function uNetStep(batchSize = 64, optimiser: Optimiser = "stock"): Step {
  const shape = {side: 14, channels: 1, width: 16, blocks: 2, timeSize: 32, classes: 10};
  return denoising(uNet(shape, new Random(4)), kernelPass, batchSize, optimiser);
}

/** The network of inside-attention with its trained weights' sizes, likewise. */
function transformerStep(batchSize = 64, optimiser: Optimiser = "stock"): Step {
  const shape = {side: 14, channels: 1, patch: 2, width: 48, blocks: 3, heads: 4};
  const network = transformer({...shape, timeSize: 32, classes: 10}, new Random(4));
  return denoising(network, transformerPass, batchSize, optimiser);
}

function denoising(
  network: tf.LayersModel,
  pass: (network: tf.LayersModel, inputs: readonly tf.Tensor[]) => tf.Tensor,
  batchSize: number,
  optimiser: Optimiser,
): Step {
  const [picture, target] = [normal([batchSize, 14, 14, 1]), normal([batchSize, 14, 14, 1])];
  const inputs = [picture, normal([batchSize, 32]), normal([batchSize, 10])];
  const loss = () => tf.mean(tf.squaredDifference(pass(network, inputs), target)) as tf.Scalar;
  return descent(network, loss, optimiser);
}

function ganDigitsStep(): Step {
  const gan = dcgan(defaultParams(ganDigits.params), new Random(1));
  const real = normal([64, 28, 28, 1]);
  const random = new Random(2);
  return async () => Object.values(await gan.step({x: real}, random));
}

function ganPlaneStep(): Step {
  const params = defaultParams(ganPlane.params);
  const gan = planeGan(params, new Random(1));
  const real = normal([params.batchSize, 2]);
  const random = new Random(2);
  return async () => Object.values(await gan.step({x: real}, random));
}

/** A step of Adam on the network's weights. */
function descent(network: tf.LayersModel, loss: () => tf.Scalar, optimiser: Optimiser): Step {
  const rule = optimiser === "ours" ? adam(0.001) : tf.train.adam(0.001);
  const weights = network.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return async () => {
    const value = rule.minimize(loss, true, weights)!;
    const losses = await value.data();
    value.dispose();
    return [...losses];
  };
}

/** The network with weights of Glorot's size from a seed, so that back ends and optimisers can be compared. */
function seeded(network: tf.Sequential): tf.Sequential {
  const random = new Random(4);
  const weights = network.getWeights().map((weight) => {
    if (weight.rank < 2) return weight;
    const [inputs, outputs] = weight.shape.slice(-2) as [number, number];
    const window = weight.size / (inputs * outputs);
    const size = Math.sqrt(2 / (window * (inputs + outputs)));
    return tf.tensor(
      random.normals(weight.size).map((v) => v * size),
      weight.shape,
    );
  });
  network.setWeights(weights);
  return network;
}

function train(network: tf.Sequential, x: tf.Tensor): tf.Tensor {
  return network.apply(x, {training: true}) as tf.Tensor;
}

function normal(shape: readonly number[]): tf.Tensor {
  return tf.tensor(new Random(3).normals(tf.util.sizeFromShape([...shape])), [...shape]);
}

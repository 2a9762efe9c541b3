/** The two reference steps of steps.ts and a tiny one (batch 64, Adam), with a loss for a part of the batch. */
import {type GradientExchange, parallelGradients, type Shard} from "../lib/kernels/index.js";
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";

/** Takes one step, on every worker of the exchange at once. */
export type ParallelStep = (exchange: GradientExchange) => Promise<void>;

const batchSize = 64;

export const parallelSteps: Readonly<Record<string, () => ParallelStep>> = {
  "cnn reference": cnn,
  "gan reference": gan,
  "tiny: dense 2-32-32-1": tiny,
};

function cnn(): ParallelStep {
  const {conv2d, maxPooling2d, flatten, dense} = tf.layers;
  const conv = {kernelSize: 3, padding: "same", activation: "relu"} as const;
  const network = tf.sequential({
    layers: [
      conv2d({filters: 16, inputShape: [28, 28, 1], ...conv}),
      maxPooling2d({poolSize: 2}),
      conv2d({filters: 32, ...conv}),
      maxPooling2d({poolSize: 2}),
      flatten(),
      dense({units: 10}),
    ],
  });
  const pictures = normal([batchSize, 28, 28, 1]);
  const labels = tf.oneHot(
    Array.from({length: batchSize}, (_, i) => i % 10),
    10,
  );
  return descent([network], (shard) => {
    const logits = train(network, part(pictures, shard));
    return tf.losses.softmaxCrossEntropy(part(labels, shard), logits) as tf.Scalar;
  });
}

function gan(): ParallelStep {
  const [generator, discriminator] = [ganGenerator(), ganDiscriminator()];
  const [real, noise] = [normal([batchSize, 28, 28, 1]), normal([batchSize, 32])];
  const fake = (shard: Shard) => train(generator, part(noise, shard));
  const cost = (samples: tf.Tensor, sign: number) =>
    tf.mean(tf.softplus(tf.mul(train(discriminator, samples), sign)));
  const judge = descent(
    [discriminator, generator],
    (shard) => tf.add(cost(part(real, shard), -1), cost(fake(shard), 1)) as tf.Scalar,
  );
  const forge = descent([generator], (shard) => cost(fake(shard), -1) as tf.Scalar);
  return async (exchange) => {
    await judge(exchange);
    await forge(exchange);
  };
}

function ganGenerator(): tf.Sequential {
  const {batchNormalization, conv2dTranspose, dense, reshape} = tf.layers;
  const up = {kernelSize: 4, strides: 2, padding: "same"} as const;
  return tf.sequential({
    layers: [
      dense({units: 7 * 7 * 32, inputShape: [32]}),
      reshape({targetShape: [7, 7, 32]}),
      conv2dTranspose({filters: 32, activation: "relu", ...up}),
      batchNormalization(),
      conv2dTranspose({filters: 1, activation: "tanh", ...up}),
    ],
  });
}

function ganDiscriminator(): tf.Sequential {
  const {conv2d, dense, flatten, leakyReLU} = tf.layers;
  const down = {kernelSize: 4, strides: 2, padding: "same"} as const;
  return tf.sequential({
    layers: [
      conv2d({filters: 16, inputShape: [28, 28, 1], ...down}),
      leakyReLU({alpha: 0.2}),
      conv2d({filters: 32, ...down}),
      leakyReLU({alpha: 0.2}),
      flatten(),
      dense({units: 1}),
    ],
  });
}

/** What a lesson on points in the plane trains. */
function tiny(): ParallelStep {
  const {dense} = tf.layers;
  const hidden = {units: 32, activation: "tanh"} as const;
  const network = tf.sequential({
    layers: [dense({...hidden, inputShape: [2]}), dense(hidden), dense({units: 1})],
  });
  const [x, y] = [normal([batchSize, 2]), normal([batchSize, 1])];
  return descent([network], (shard) => {
    const guess = train(network, part(x, shard));
    return tf.losses.meanSquaredError(part(y, shard), guess) as tf.Scalar;
  });
}

/** A step of Adam on the weights of the first network; the loss moves the statistics of all. */
function descent(
  networks: readonly [tf.Sequential, ...tf.Sequential[]],
  loss: (shard: Shard) => tf.Scalar,
): ParallelStep {
  for (const network of networks) startFrom(network, new Random(4));
  const adam: tf.Optimizer = tf.train.adam(0.001);
  const variables = networks[0].trainableWeights.map(variableOf);
  const moving = networks.flatMap((each) => each.nonTrainableWeights.map(variableOf));
  return async (exchange) => {
    // Weights that one worker has moved alone differ from the other's, which is no matter here.
    const step = {batchSize, loss, variables, moving, compareEvery: 0};
    const {value, grads} = await parallelGradients(exchange, step);
    adam.applyGradients(grads);
    await value.data();
    tf.dispose([value, grads]);
  };
}

/** The same weights on every worker. */
function startFrom(network: tf.Sequential, random: Random): void {
  tf.tidy(() => {
    for (const weight of network.trainableWeights)
      weight.write(tf.mul(normal(weight.shape as number[], random), 0.1));
  });
}

function variableOf(weight: tf.LayerVariable): tf.Variable {
  return weight.read() as tf.Variable;
}

function part(x: tf.Tensor, {start, rows}: Shard): tf.Tensor {
  return tf.slice(x, start, rows);
}

function train(network: tf.Sequential, x: tf.Tensor): tf.Tensor {
  return network.apply(x, {training: true}) as tf.Tensor;
}

function normal(shape: number[], random = new Random(3)): tf.Tensor {
  return tf.tensor(random.normals(tf.util.sizeFromShape(shape)), shape);
}

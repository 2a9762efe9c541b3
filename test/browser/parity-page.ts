/** What parity.test.ts runs on every back end, in pages and under Node: the reference networks, trained for a few steps. */
import {adam, installKernels} from "../../lib/kernels/index.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";

export type BackendName = "wasm" | "webgpu" | "webgl" | "cpu";

/** In a page: starts a back end with the kernels. */
export async function start(backend: BackendName): Promise<void> {
  if (backend === "wasm") {
    const {setWasmPaths} = await import("@tensorflow/tfjs-backend-wasm");
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    setWasmPaths("https://kernels.test/");
  } else if (backend === "webgpu") await import("@tensorflow/tfjs-backend-webgpu");
  else if (backend === "webgl") await import("@tensorflow/tfjs-backend-webgl");
  else await import("@tensorflow/tfjs-backend-cpu");
  await installKernels();
  if (!(await tf.setBackend(backend))) throw new Error(`${backend} can't be used`);
}

const batch = 3;

/** Losses of `steps` steps of the reference CNN. */
export async function cnn(steps: number): Promise<number[]> {
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
  const random = new Random(1);
  initialise(network, random);
  const x = normals([batch, 28, 28, 1], random);
  const labels = tf.oneHot(tf.tensor1d([3, 1, 4], "int32"), 10);
  const step = descent(
    network,
    () => tf.losses.softmaxCrossEntropy(labels, pass(network, x)) as tf.Scalar,
  );
  const losses = [];
  for (let i = 0; i < steps; i++) losses.push(await step());
  return losses;
}

/** Losses of the reference GAN's two networks in turn. */
export async function gan(steps: number): Promise<number[]> {
  const {batchNormalization, conv2d, conv2dTranspose, dense, flatten, leakyReLU, reshape} =
    tf.layers;
  const up = {kernelSize: 4, strides: 2, padding: "same"} as const;
  const generator = tf.sequential({
    layers: [
      dense({units: 7 * 7 * 32, inputShape: [32]}),
      reshape({targetShape: [7, 7, 32]}),
      conv2dTranspose({filters: 32, activation: "relu", ...up}),
      batchNormalization(),
      conv2dTranspose({filters: 1, activation: "tanh", ...up}),
    ],
  });
  const discriminator = tf.sequential({
    layers: [
      conv2d({filters: 16, inputShape: [28, 28, 1], ...up}),
      leakyReLU({alpha: 0.2}),
      conv2d({filters: 32, ...up}),
      leakyReLU({alpha: 0.2}),
      flatten(),
      dense({units: 1}),
    ],
  });
  const random = new Random(2);
  for (const network of [generator, discriminator]) initialise(network, random);
  const [real, noise] = [normals([batch, 28, 28, 1], random), normals([batch, 32], random)];
  const cost = (logits: tf.Tensor, sign: number) => tf.mean(tf.softplus(tf.mul(logits, sign)));
  const judge = (samples: tf.Tensor) => pass(discriminator, samples);
  const stepDiscriminator = descent(
    discriminator,
    () => tf.add(cost(judge(real), -1), cost(judge(pass(generator, noise)), 1)) as tf.Scalar,
  );
  const stepGenerator = descent(
    generator,
    () => cost(judge(pass(generator, noise)), -1) as tf.Scalar,
  );
  const losses = [];
  for (let i = 0; i < steps; i++) losses.push(await stepDiscriminator(), await stepGenerator());
  return losses;
}

/** Small weights of this project's own chance, the same bits everywhere. */
function initialise(network: tf.Sequential, random: Random): void {
  for (const weight of network.trainableWeights)
    if (weight.shape.length > 1)
      tf.tidy(() => {
        weight.write(tf.mul(normals(weight.shape as number[], random), 0.1));
      });
}

function descent(network: tf.Sequential, loss: () => tf.Scalar): () => Promise<number> {
  const optimiser = adam(0.0005, 0.5);
  const weights = network.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return async () => {
    const value = optimiser.minimize(loss, true, weights)!;
    const [number] = await value.data();
    value.dispose();
    return number!;
  };
}

function pass(network: tf.Sequential, x: tf.Tensor): tf.Tensor {
  return network.apply(x, {training: true}) as tf.Tensor;
}

function normals(shape: number[], random: Random): tf.Tensor {
  return tf.tensor(random.normals(tf.util.sizeFromShape(shape)), shape);
}

/**
 * The course's judge of pictures: a small convolutional network that names the class of a picture and, one layer before,
 * describes it by 64 numbers.
 *
 *     [n, 28, 28, 1] in [-1, 1]  ->  features [n, 64]  ->  logits [n, 10]  ->  softmax: probabilities [n, 10]
 *
 * Three 3x3 convolutions and a dense layer, all with ReLU, then the logits: LeNet-5 (LeCun et al., 1998, section II.B) with
 * today's parts. The weights are made by data/train-classifier.ts.
 */
import type {NamedArrays} from "../array.js";
import {unpackBundle} from "../bundle.js";
import type {Images} from "../image.js";
import * as tf from "../tf.js";
import {type FeatureReference, featureReference} from "./feature-reference.js";
import {inChunks} from "./in-chunks.js";
import {dequantise} from "./quantised.js";

export const classCount = 10;
export const featureCount = 64;

/** The classifier's answer on n pictures. */
export interface Classification {
  readonly count: number;
  /** [n, 10] */
  readonly logits: Float32Array;
  /** Softmax of the logits. [n, 10] */
  readonly probabilities: Float32Array;
  /** [n, 64], none below 0. */
  readonly features: Float32Array;
}

export interface Classifier {
  readonly network: tf.LayersModel;
  /** Statistics of the real pictures' features, with the floor of the Fréchet distance. */
  readonly reference: FeatureReference;
  /** Classifies `images` [n, 28, 28, 1], a chunk at a time. Frees its tensors. */
  classify(images: Images): Promise<Classification>;
  dispose(): void;
}

/** The classifier in the unzipped bytes of `data/classifier-*.bin.gz`. Throws a RangeError if they do not fit it. */
export function loadClassifier(bytes: Uint8Array): Classifier {
  const arrays = dequantise(unpackBundle(bytes).arrays);
  const reference = featureReference(arrays);
  const network = networkWith(arrays);
  const outputs = featuresAndLogits(network);
  return {
    network,
    reference,
    classify: (images) => classify(outputs, images),
    dispose: () => network.dispose(),
  };
}

function networkWith(weights: NamedArrays): tf.LayersModel {
  const network = classifierNetwork();
  try {
    setNamedWeights(network, weights);
  } catch (error) {
    network.dispose();
    throw error;
  }
  return network;
}

/** The network, its kernels still zero: `initialise` or `setNamedWeights` fills them. The first convolution has `width`
 * channels, the others twice as many; the shapes beside the layers are those of the usual 16. */
export function classifierNetwork(width = 16): tf.Sequential {
  const relu = {activation: "relu", kernelInitializer: "zeros"} as const;
  return tf.sequential({
    name: "classifier",
    layers: [
      tf.layers.conv2d({
        ...relu,
        name: "conv1",
        filters: width,
        kernelSize: 3,
        padding: "same",
        inputShape: [28, 28, 1],
      }), // [n, 28, 28, 16]
      tf.layers.maxPooling2d({name: "pool1", poolSize: 2}), // [n, 14, 14, 16]
      tf.layers.conv2d({
        ...relu,
        name: "conv2",
        filters: 2 * width,
        kernelSize: 3,
        padding: "same",
      }), // [n, 14, 14, 32]
      tf.layers.maxPooling2d({name: "pool2", poolSize: 2}), // [n, 7, 7, 32]
      tf.layers.conv2d({...relu, name: "conv3", filters: 2 * width, kernelSize: 3}), // [n, 5, 5, 32]
      tf.layers.flatten({name: "flatten"}),
      tf.layers.dense({...relu, name: "features", units: featureCount}),
      tf.layers.dense({name: "logits", units: classCount, kernelInitializer: "zeros"}),
    ],
  });
}

/** The same network with two outputs. It shares the weights: dispose the network only. */
export function featuresAndLogits(network: tf.LayersModel): tf.LayersModel {
  const features = network.getLayer("features").output as tf.SymbolicTensor;
  return tf.model({inputs: network.inputs, outputs: [features, network.outputs[0]!]});
}

/** Runs `outputs` (of `featuresAndLogits`) over `images`, `chunk` pictures at a time. */
export async function classify(
  outputs: tf.LayersModel,
  images: Images,
  chunk = 256,
): Promise<Classification> {
  const [count, h, w, c] = images.shape;
  if (h !== 28 || w !== 28 || c !== 1)
    throw new RangeError(`invalid picture shape: ${h}x${w}x${c} (28x28x1)`);
  const widths = [featureCount, classCount];
  const [features, logits] = await inChunks(
    images,
    {widths, chunk},
    (batch) => outputs.predictOnBatch(batch) as tf.Tensor[],
  );
  return {count, logits: logits!, probabilities: softmax(logits!), features: features!};
}

/** The network's weights by layer and kind: `conv1/kernel`. Copies. */
export async function namedWeights(network: tf.LayersModel): Promise<NamedArrays> {
  const entries = network.weights.map(async (weight) => {
    const data = (await weight.read().data()).slice() as Float32Array;
    return [weight.originalName, {data, shape: weight.shape as number[]}] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Puts `namedWeights` back; other arrays are passed over. Throws a RangeError for one that is missing or does not fit. */
export function setNamedWeights(network: tf.LayersModel, arrays: NamedArrays): void {
  const values = network.weights.map(({originalName, shape}) => {
    const array = arrays[originalName];
    if (!array)
      throw new RangeError(
        `missing weight: ${originalName} (given: ${Object.keys(arrays).join(", ")})`,
      );
    if (`${array.shape}` !== `${shape}`)
      throw new RangeError(`invalid shape of ${originalName}: ${array.shape} (${shape})`);
    return array;
  });
  tf.tidy(() => network.setWeights(values.map(({data, shape}) => tf.tensor(data, [...shape]))));
}

function softmax(logits: Float32Array): Float32Array {
  const result = new Float32Array(logits.length);
  for (let row = 0; row < logits.length; row += classCount) {
    const values = logits.subarray(row, row + classCount);
    const top = Math.max(...values);
    const powers = Array.from(values, (value) => Math.exp(value - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    result.set(
      powers.map((power) => power / sum),
      row,
    );
  }
  return result;
}

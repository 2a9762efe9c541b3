/**
 * The judge of emoji: a small convolutional network that says of which of a few kinds a picture is, whatever its colours.
 *
 *     [n, 16, 16, 3] in [-1, 1]  ->  features [n, 64]  ->  logits [n, kinds]
 *
 * Three 3x3 convolutions and a dense layer, all with ReLU. The weights are made by data/train-kind-classifier.ts, from pictures in all
 * colours.
 */
import {unpackBundle} from "../bundle.js";
import type {Images} from "../image.js";
import * as tf from "../tf.js";
import {featuresAndLogits, setNamedWeights} from "./classifier.js";
import {inChunks} from "./in-chunks.js";
import {dequantise} from "./quantised.js";

const side = 16;
const channels = 3;

const featureCount = 64;

export interface KindClassifier {
  readonly network: tf.Sequential;
  readonly kinds: readonly string[];
  /** Numbers by which it describes a picture. */
  readonly featureCount: number;
  /** Of real pictures that it has not learned from, 1 for each that it named rightly. */
  readonly heldOut: Uint8Array;
  /** Logits [n, kinds] of `images` [n, 16, 16, 3]. Frees its tensors. */
  classify(images: Images): Promise<Float32Array>;
  /** Features [n, featureCount], none below 0, and probabilities [n, kinds] of `images` [n, 16, 16, 3]. Frees its tensors. */
  describe(
    images: Images,
  ): Promise<{readonly features: Float32Array; readonly probabilities: Float32Array}>;
  dispose(): void;
}

/** The classifier in the unzipped bytes of `data/classifier-emoji.bin.gz`. Throws a RangeError if they do not fit it. */
export function loadKindClassifier(bytes: Uint8Array): KindClassifier {
  const {header, arrays} = unpackBundle(bytes);
  const {kinds} = header as {readonly kinds: readonly string[]};
  const network = kindNetwork(kinds.length);
  try {
    setNamedWeights(network, dequantise(arrays));
  } catch (error) {
    network.dispose();
    throw error;
  }
  const outputs = featuresAndLogits(network);
  return {
    network,
    kinds,
    featureCount,
    heldOut: Uint8Array.from(arrays.heldOut!.data),
    classify: (images) => classifyKinds(network, images),
    async describe(images) {
      const widths = [featureCount, kinds.length];
      const [features, probabilities] = await inChunks(images, {widths, chunk: 256}, (batch) => {
        const [described, logits] = outputs.predictOnBatch(batch) as tf.Tensor[];
        return [described!, tf.softmax(logits!)];
      });
      return {features: features!, probabilities: probabilities!};
    },
    dispose: () => network.dispose(),
  };
}

/** The network, its kernels still zero. */
export function kindNetwork(kinds: number): tf.Sequential {
  const relu = {activation: "relu", kernelInitializer: "zeros"} as const;
  const {conv2d, dense, flatten, maxPooling2d} = tf.layers;
  const same = {kernelSize: 3, padding: "same", ...relu} as const;
  return tf.sequential({
    name: "kind-classifier",
    layers: [
      conv2d({name: "conv1", filters: 24, inputShape: [side, side, channels], ...same}), // [n, 16, 16, 24]
      maxPooling2d({name: "pool1", poolSize: 2}), // [n, 8, 8, 24]
      conv2d({name: "conv2", filters: 48, ...same}), // [n, 8, 8, 48]
      maxPooling2d({name: "pool2", poolSize: 2}), // [n, 4, 4, 48]
      conv2d({name: "conv3", filters: 48, ...same}), // [n, 4, 4, 48]
      flatten({name: "flatten"}),
      dense({name: "features", units: featureCount, ...relu}),
      dense({name: "logits", units: kinds, kernelInitializer: "zeros"}),
    ],
  });
}

/** Logits [n, kinds], some hundred pictures at a time. */
export async function classifyKinds(
  network: tf.LayersModel,
  images: Images,
): Promise<Float32Array> {
  const [kinds] = network.outputs[0]!.shape.slice(1) as [number];
  const [logits] = await inChunks(images, {widths: [kinds], chunk: 256}, (batch) => [
    network.predictOnBatch(batch) as tf.Tensor,
  ]);
  return logits!;
}

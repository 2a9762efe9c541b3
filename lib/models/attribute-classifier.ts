/**
 * The judge of drawn faces: one convolutional network that names every attribute of a picture at once (multi-task learning, Caruana,
 * 1997; for faces Liu et al., 2015).
 *
 *     [n, 32, 32, 3] in [-1, 1]  ->  features [n, 64]  ->  logits [n, options of all attributes]
 *                                ->  softmax over each attribute's options: probabilities
 *
 * Three 3x3 convolutions and a dense layer, all with ReLU, then the logits. The weights are made by
 * data/train-attribute-classifier.ts.
 */
import {unpackBundle} from "../bundle.js";
import type {Attribute} from "../datasets/attribute-dataset.js";
import type {Images} from "../image.js";
import * as tf from "../tf.js";
import {featuresAndLogits, setNamedWeights} from "./classifier.js";
import {type FeatureReference, featureReference} from "./feature-reference.js";
import {inChunks} from "./in-chunks.js";
import {dequantise} from "./quantised.js";

const side = 32;
const channels = 3;
export const featureCount = 64;

/** The classifier's answer on n pictures. */
export interface AttributeAnswers {
  /** The likeliest option of each attribute, [n, attributes]. */
  readonly choices: Uint8Array;
  /** Of every option, attribute by attribute: [n, options of all attributes]. */
  readonly probabilities: Float32Array;
  /** [n, 64], none below 0. */
  readonly features: Float32Array;
}

export interface AttributeClassifier {
  readonly network: tf.Sequential;
  readonly attributes: readonly Attribute[];
  /** Statistics of the training pictures' features, with the floor of the Fréchet distance. */
  readonly reference: FeatureReference;
  /** Classifies `images` [n, 32, 32, 3], a chunk at a time. Frees its tensors. */
  classify(images: Images): Promise<AttributeAnswers>;
  dispose(): void;
}

/** The classifier in the unzipped bytes of `data/classifier-faces.bin.gz`. Throws a RangeError if they do not fit it. */
export function loadAttributeClassifier(
  attributes: readonly Attribute[],
  bytes: Uint8Array,
): AttributeClassifier {
  const arrays = dequantise(unpackBundle(bytes).arrays);
  const reference = featureReference(arrays);
  const network = attributeNetwork(attributes);
  try {
    setNamedWeights(network, arrays);
  } catch (error) {
    network.dispose();
    throw error;
  }
  const outputs = featuresAndLogits(network);
  return {
    network,
    attributes,
    reference,
    classify: (images) => classifyAttributes(outputs, attributes, images),
    dispose: () => network.dispose(),
  };
}

/** The network, its kernels still zero. */
export function attributeNetwork(attributes: readonly Attribute[]): tf.Sequential {
  const relu = {activation: "relu", kernelInitializer: "zeros"} as const;
  const {conv2d, dense, flatten, maxPooling2d} = tf.layers;
  const same = {kernelSize: 3, padding: "same", ...relu} as const;
  return tf.sequential({
    name: "attribute-classifier",
    layers: [
      conv2d({name: "conv1", filters: 16, inputShape: [side, side, channels], ...same}), // [n, 32, 32, 16]
      maxPooling2d({name: "pool1", poolSize: 2}), // [n, 16, 16, 16]
      conv2d({name: "conv2", filters: 32, ...same}), // [n, 16, 16, 32]
      maxPooling2d({name: "pool2", poolSize: 2}), // [n, 8, 8, 32]
      conv2d({name: "conv3", filters: 32, kernelSize: 3, ...relu}), // [n, 6, 6, 32]
      flatten({name: "flatten"}),
      dense({name: "features", units: featureCount, ...relu}),
      dense({name: "logits", units: optionCount(attributes), kernelInitializer: "zeros"}),
    ],
  });
}

/** How many options all attributes have together. */
export function optionCount(attributes: readonly Attribute[]): number {
  return attributes.reduce((sum, {options}) => sum + options.length, 0);
}

/** Each attribute's columns among the options of all: where they begin and end. */
export function optionColumns(
  attributes: readonly Attribute[],
): readonly (readonly [start: number, end: number])[] {
  let end = 0;
  return attributes.map(({options}) => {
    end += options.length;
    return [end - options.length, end] as const;
  });
}

/** Runs `outputs` (of `featuresAndLogits`) over `images` [n, 32, 32, 3], `chunk` pictures at a time. */
export async function classifyAttributes(
  outputs: tf.LayersModel,
  attributes: readonly Attribute[],
  images: Images,
  chunk = 256,
): Promise<AttributeAnswers> {
  const [, h, w, c] = images.shape;
  if (h !== side || w !== side || c !== channels)
    throw new RangeError(`invalid picture shape: ${h}x${w}x${c} (${side}x${side}x${channels})`);
  const widths = [featureCount, optionCount(attributes)];
  const [features, logits] = await inChunks(
    images,
    {widths, chunk},
    (batch) => outputs.predictOnBatch(batch) as tf.Tensor[],
  );
  return {...choicesOf(attributes, logits!), features: features!};
}

/** Softmax and top option by attribute of `logits` [n, options of all attributes]. */
export function choicesOf(
  attributes: readonly Attribute[],
  logits: Float32Array,
): Omit<AttributeAnswers, "features"> {
  const columns = optionColumns(attributes);
  const width = optionCount(attributes);
  const count = logits.length / width;
  const choices = new Uint8Array(count * attributes.length);
  const probabilities = new Float32Array(logits.length);
  for (let i = 0; i < count; i++)
    for (const [a, [start, end]] of columns.entries()) {
      const row = logits.subarray(i * width + start, i * width + end);
      const top = Math.max(...row);
      choices[i * attributes.length + a] = row.indexOf(top);
      const powers = Array.from(row, (value) => Math.exp(value - top));
      const sum = powers.reduce((total, power) => total + power, 0);
      probabilities.set(
        powers.map((power) => power / sum),
        i * width + start,
      );
    }
  return {choices, probabilities};
}

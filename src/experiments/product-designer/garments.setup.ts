/** A frozen generator of clothes, and what can be said of what it makes. */
import {unpackBundle} from "../../lib/bundle.js";
import {type ByteImages, firstPictures, type Images, toBytes, toFloats} from "../../lib/image.js";
import {type Classifier, setNamedWeights} from "../../lib/models/classifier.js";
import {inChunks} from "../../lib/models/in-chunks.js";
import {dequantise} from "../../lib/models/quantised.js";
import * as tf from "../../lib/tf.js";
import {featuresOf, kindCount, type Scale, scaleOf} from "./garment-features.js";

/** Real pictures by which features are scaled. */
const scaledBy = 400;
const chunk = 256;

export interface Made {
  readonly images: ByteImages;
  /** φ of each. */
  readonly features: readonly Float64Array[];
  /** What the classifier says of each, [n, 64] and [n, 10]. */
  readonly seen: {readonly features: Float32Array; readonly probabilities: Float32Array};
}

/** The decoder and the classifier are its own to use, and its maker's to free. */
export class Garments {
  readonly decoder: tf.Sequential;
  readonly codeSize: number;
  readonly #classifier: Classifier;
  readonly #scale: Scale;

  constructor(decoder: tf.Sequential, classifier: Classifier, real: ByteImages) {
    this.decoder = decoder;
    this.codeSize = decoder.inputs[0]!.shape[1]!;
    this.#classifier = classifier;
    this.#scale = scaleOf(pictures(firstPictures(real, scaledBy)));
  }

  /** What the generator draws of `codes` [n, k]. */
  async of(codes: Float32Array): Promise<Made> {
    const rows = {data: codes, shape: [codes.length / this.codeSize, this.codeSize]};
    const [data] = await inChunks(rows, {widths: [784], chunk}, (z) => [
      tf.tanh(tf.mul(this.decoder.predictOnBatch(z) as tf.Tensor, 0.5)),
    ]);
    return this.seen({data: data!, shape: [rows.shape[0]!, 28, 28, 1]});
  }

  async seen(floats: Images): Promise<Made> {
    const {features, probabilities} = await this.#classifier.classify(floats);
    const images = toBytes(floats);
    const all = pictures(images).map((picture, i) =>
      featuresOf(picture, probabilities.subarray(i * kindCount, (i + 1) * kindCount), this.#scale),
    );
    return {images, features: all, seen: {features, probabilities}};
  }

  real(images: ByteImages): Promise<Made> {
    return this.seen(toFloats(images));
  }
}

/** The decoder in the unzipped bytes of `data/decoder-clothes.bin.gz`: codes [n, k] to logits [n, 28, 28, 1]. */
export function clothesDecoder(bytes: Uint8Array): tf.Sequential {
  const weights = dequantise(unpackBundle(bytes).arrays);
  const unitsOf = (name: string) => weights[`${name}/bias`]!.shape[0]!;
  const plain = {kernelInitializer: "zeros"} as const;
  const inputShape = [weights["narrow/kernel"]!.shape[0]!];
  const layers = [
    tf.layers.dense({
      ...{name: "narrow", units: unitsOf("narrow"), activation: "relu", inputShape, ...plain},
    }),
    tf.layers.dense({name: "wide", units: unitsOf("wide"), activation: "relu", ...plain}),
    tf.layers.dense({name: "pixels", units: unitsOf("pixels"), ...plain}),
    tf.layers.reshape({name: "picture", targetShape: [28, 28, 1]}),
  ];
  const decoder = tf.sequential({name: "decoder", layers});
  setNamedWeights(decoder, weights);
  return decoder;
}

function pictures({data, shape}: ByteImages): Uint8Array[] {
  return Array.from({length: shape[0]}, (_, i) => data.subarray(i * 784, (i + 1) * 784));
}

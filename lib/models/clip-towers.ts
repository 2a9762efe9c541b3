/**
 * Two networks, "towers", that put pictures and captions into one space, after CLIP (Radford et al., 2021, section 2.4) and very much smaller:
 *
 *     picture [B, s, s, 3] in [-1, 1]  ->  3 convolutions, each at half the side of the one before  ->  [B, 32]
 *     bag of words [B, V] of 0 and 1   ->  the sum of a learned row for each word                   ->  [B, 32]
 *
 * Both are then made as long as 1 (`directions`), so that their product is the cosine of the angle between them: the similarity, -1 to 1.
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {initialise} from "./initial-weights.js";

export interface TowerShape {
  /** Of the pictures: s, a multiple of 8. */
  readonly side: number;
  /** Channels of the first convolution; the others have twice and three times as many. */
  readonly width: number;
  /** V, the words of the vocabulary. */
  readonly words: number;
}

/** Numbers of a picture or a caption. */
export const embeddingSize = 32;

export interface Towers {
  readonly picture: tf.Sequential;
  readonly text: tf.Sequential;
}

/** With kernels that `random` draws. */
export function clipTowers(shape: TowerShape, random: Random): Towers {
  const towers = emptyTowers(shape);
  initialise(towers.picture, random, "he");
  initialise(towers.text, random, "glorot");
  return towers;
}

/** With kernels of zeros, for weights to come. */
export function emptyTowers({side, width, words}: TowerShape): Towers {
  const {conv2d, maxPooling2d, flatten, dense} = tf.layers;
  const options = {kernelSize: 3, padding: "same", activation: "relu", ...zeros} as const;
  const inputShape = [side, side, 3];
  return {
    picture: tf.sequential({
      name: "picture",
      layers: [
        conv2d({...options, name: "conv1", filters: width, inputShape}),
        maxPooling2d({name: "half1", poolSize: 2}),
        conv2d({...options, name: "conv2", filters: 2 * width}),
        maxPooling2d({name: "half2", poolSize: 2}),
        conv2d({...options, name: "conv3", filters: 3 * width}),
        maxPooling2d({name: "half3", poolSize: 2}),
        flatten({name: "flat"}),
        dense({...zeros, name: "embedding", units: embeddingSize}),
      ],
    }),
    text: tf.sequential({
      name: "text",
      layers: [
        dense({...zeros, name: "words", units: embeddingSize, useBias: false, inputShape: [words]}),
      ],
    }),
  };
}

const zeros = {kernelInitializer: "zeros"} as const;
/** Against dividing by the length of nothing. */
const epsilon = 1e-12;

/** Rows [B, 32], each as long as 1. */
export function directions(rows: tf.Tensor): tf.Tensor2D {
  const squares = tf.sum(tf.square(rows), 1, true);
  return tf.div(rows, tf.sqrt(tf.add(squares, epsilon)));
}

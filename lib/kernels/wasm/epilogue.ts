/** The end of a fused kernel: changes to its result before it is stored. */
import * as tf from "@tensorflow/tfjs-core";
import type {Heap} from "./heap.js";
import {areFloats} from "./wasm-kernel.js";

export interface FusedAttributes {
  readonly activation?: string;
  readonly leakyreluAlpha?: number;
}

/** Least and most value, and the slope below zero. */
type Bounds = readonly [least: number, most: number, slope: number];

const bounds: Readonly<Record<string, Bounds>> = {
  linear: [-Infinity, Infinity, 1],
  relu: [0, Infinity, 1],
  relu6: [0, 6, 1],
};

/** Those that are a pass of their own behind the product, by TF.js's kernel of that name. */
const passes: Readonly<Record<string, string>> = {elu: "Elu", sigmoid: "Sigmoid", prelu: "Prelu"};

/** What makes of the result of a product or convolution what is asked for; it has been told of the activations within the same pass. */
export type Finish = (y: tf.TensorInfo) => tf.TensorInfo;

/** Sets the activation of the next product or convolution; undefined if nobody here knows it. */
export function useActivation(
  heap: Heap,
  {activation = "linear", leakyreluAlpha = 0.2}: FusedAttributes,
  alpha?: tf.TensorInfo | null,
): Finish | undefined {
  const known = activation === "leakyrelu" ? leaky(leakyreluAlpha) : bounds[activation];
  const pass = passes[activation];
  if (!known && !pass) return undefined;
  heap.setActivation(...(known ?? bounds.linear!));
  return pass ? (y) => heap.replace(y, pass, alpha ? {alpha} : {}) : (y) => y;
}

/** max(y, slope · y) is a leaky ReLU only for slopes up to 1. */
function leaky(slope: number): Bounds | undefined {
  return slope <= 1 ? [-Infinity, Infinity, slope] : undefined;
}

/**
 * Where a value for each of `columns` lies: 0 without a bias; undefined for a bias that is repeated in another way, which is TF.js's matter.
 * One value for all is repeated in scratch.
 */
export function biasOf(
  heap: Heap,
  bias: tf.TensorInfo | null | undefined,
  columns: number,
): number | undefined {
  if (!bias) return 0;
  const size = tf.util.sizeFromShape(bias.shape);
  if (!areFloats(bias)) return undefined;
  if (size === columns && (bias.shape.at(-1) ?? 1) === columns) return heap.at(bias);
  if (size !== 1) return undefined;
  const repeated = heap.scratch(4 * columns);
  heap.run.repeatBlocks(heap.at(bias), 1, 1, columns, repeated);
  return repeated;
}

/**
 * Attention of several heads, and its gradient: one kernel each, in which a head of a picture never leaves the fastest cache.
 *
 *   Attention      query [B, n, w], key and value [B, m, w] -> y [B, n, w] and who looks at whom, of which only the gradient knows the layout
 *   AttentionGrad  dy, all of those but y -> dquery, dkey, dvalue
 */
import type * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

type Inputs<Name extends string> = Readonly<Record<Name, tf.TensorInfo>>;

interface Attributes {
  readonly heads: number;
}

export const attention: readonly Kernel[] = [
  wasmKernel<Inputs<"query" | "key" | "value">, Attributes>(
    "Attention",
    (heap, {inputs: {query, key, value}, attrs: {heads}}) => {
      if (!areFloats(query, key, value)) return undefined;
      const {pairs, work, sizes} = layoutOf(query, key, heads);
      const [y, look] = [heap.output(query.shape), heap.output(lookShape(query, key, heads))];
      heap.inParts("attend", work, pairs, ({first, count}) => [
        ...([heap.at(query), heap.at(key), heap.at(value), ...sizes, first, count] as const),
        ...([heap.at(look), heap.at(y)] as const),
      ]);
      return [y, look];
    },
  ),
  wasmKernel<Inputs<"dy" | "query" | "key" | "value" | "look">, Attributes>(
    "AttentionGrad",
    (heap, {inputs: {dy, query, key, value, look}, attrs: {heads}}) => {
      if (!areFloats(dy, query, key, value)) return undefined;
      const {pairs, work, sizes} = layoutOf(query, key, heads);
      const [dq, dk, dv] = [query, key, value].map(({shape}) => heap.output(shape));
      const given = ([dy, query, key, value] as const).map((each) => heap.at(each));
      heap.inParts("attendGradient", 2 * work, pairs, ({first, count}) => [
        ...(given as [number, number, number, number]),
        ...([...sizes, first, count, heap.at(look)] as const),
        ...([heap.at(dq!), heap.at(dk!), heap.at(dv!)] as const),
      ]);
      return [dq!, dk!, dv!];
    },
  ),
];

/** Of each pair of picture and head [n, m], both rounded up to whole vectors. */
function lookShape(query: tf.TensorInfo, key: tf.TensorInfo, heads: number): number[] {
  const [rows, columns] = [query, key].map(({shape}) => 4 * Math.ceil(shape[1]! / 4));
  return [query.shape[0]! * heads, rows!, columns!];
}

function layoutOf(query: tf.TensorInfo, key: tf.TensorInfo, heads: number) {
  const [count, n, width] = query.shape as [number, number, number];
  const [m, size] = [key.shape[1]!, width / heads];
  const sizes = [n, m, heads, size, 1 / Math.sqrt(size)] as const;
  return {pairs: count * heads, work: 2 * count * n * m * width, sizes};
}

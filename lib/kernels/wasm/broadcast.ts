/**
 * Operations on two arrays of which one is repeated along some axes: a bias, the statistics of a batch, a value for each
 * picture. Arrays of one shape, and single values, stay with TF.js where its own kernel is as fast as memory is.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {type Repetition, repetition} from "./repetition.js";
import {areFloats, isEmpty, wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
}

/** The operations of assembly/broadcast.ts, as numbered there. */
const operations = {
  add: 0,
  subtract: 1,
  subtractFrom: 2,
  multiply: 3,
  divide: 4,
  divideInto: 5,
  squaredDifference: 6,
  maximum: 7,
  minimum: 8,
} as const;

type Operation = keyof typeof operations;

export const broadcasts: readonly Kernel[] = [
  broadcast("Add", "add"),
  broadcast("Sub", "subtract", "subtractFrom"),
  broadcast("Multiply", "multiply"),
  broadcast("RealDiv", "divide", "divideInto"),
  broadcast("SquaredDifference", "squaredDifference"),
  broadcast("Maximum", "maximum", "maximum", true),
  broadcast("Minimum", "minimum", "minimum", true),
];

/** `swapped` is the operation with its arguments exchanged; `isSlow` says that TF.js's own kernel is slow throughout. */
function broadcast(
  name: string,
  operation: Operation,
  swapped: Operation = operation,
  isSlow = false,
): Kernel {
  return wasmKernel<Inputs>(name, (heap, {inputs: {a, b}}) => {
    if (!areFloats(a, b)) return undefined;
    if (!isSlow && tf.util.arraysEqual(a.shape, b.shape)) return undefined;
    const shape = tf.broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
    const found = repetition(shape, a.shape, b.shape);
    if (!found || (isPlain(found) && !isSlow)) return undefined;
    const y = heap.output(shape);
    if (isEmpty(y)) return y;
    const [whole, part] = found.repeated === "a" ? [b, a] : [a, b];
    const code = operations[found.repeated === "a" ? swapped : operation];
    const {before, times, after} = found;
    heap.run.broadcast(
      ...([code, heap.at(whole), heap.at(part)] as const),
      ...([before, times, after, heap.at(y)] as const),
    );
    return y;
  });
}

/** One shape, or one value for all. */
function isPlain({before, times, after}: Repetition): boolean {
  return times === 1 || (before === 1 && after === 1);
}

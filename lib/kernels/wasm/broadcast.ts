/**
 * Operations on two arrays of one shape, or of which one is repeated along axes that lie side by side: a bias, the statistics of a batch, a
 * value for each picture, one value for all.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {computeByValue, passWork} from "./by-value.js";
import type {Heap} from "./heap.js";
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
  broadcast("Maximum", "maximum"),
  broadcast("Minimum", "minimum"),
  wasmKernel<{readonly x: tf.TensorInfo}>("Square", (heap, {inputs: {x}}) =>
    combine(heap, x, x, "multiply"),
  ),
];

/** `swapped` is the operation with its arguments exchanged. */
function broadcast(name: string, operation: Operation, swapped: Operation = operation): Kernel {
  return wasmKernel<Inputs>(name, (heap, {inputs: {a, b}}) =>
    combine(heap, a, b, operation, swapped),
  );
}

function combine(
  heap: Heap,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  operation: Operation,
  swapped: Operation = operation,
): tf.TensorInfo | undefined {
  if (!areFloats(a, b)) return undefined;
  const shape = tf.broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
  const found = repetition(shape, a.shape, b.shape);
  if (!found) return undefined;
  const y = heap.output(shape);
  if (isEmpty(y)) return y;
  const [whole, part] = found.repeated === "a" ? [b, a] : [a, b];
  const code = operations[found.repeated === "a" ? swapped : operation];
  compute(heap, code, heap.at(whole), heap.at(part), found, heap.at(y));
  return y;
}

/** Threads take places, or rows of one place, or vectors of one row. */
function compute(
  heap: Heap,
  code: number,
  a: number,
  b: number,
  {before, times, after}: Repetition,
  y: number,
): void {
  const work = passWork * before * times * after;
  const row = 4 * after;
  if (before > 1)
    heap.inParts("broadcast", work, before, ({first, count}) => {
      const skip = first * times * row;
      return [code, a + skip, b + first * row, count, times, after, y + skip];
    });
  else if (times > 1)
    heap.inParts("broadcast", work, times, ({first, count}) => {
      const skip = first * row;
      return [code, a + skip, b, 1, count, after, y + skip];
    });
  else
    computeByValue(heap, "broadcast", {count: after, work: passWork}, (count, skip) => {
      return [code, a + skip, b + skip, 1, 1, count, y + skip];
    });
}

/** Repeats of a tensor along its axes, [d, ..] by reps [r, ..] -> [d r, ..]. TF.js's own kernel moves value by value. */
import * as tf from "@tensorflow/tfjs-core";
import type {Heap} from "./heap.js";
import {wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
}

interface Attributes {
  readonly reps: readonly number[];
}

/** Blocks [outer, inner] each of which is repeated. */
interface Pass {
  readonly outer: number;
  readonly inner: number;
  readonly times: number;
}

export const tile = wasmKernel<Inputs, Attributes>("Tile", (heap, {inputs: {x}, attrs: {reps}}) => {
  const isWhole = reps.length === x.shape.length && reps.every((times) => times > 0);
  // The kernel moves four bytes at a time.
  if (!isWhole || (x.dtype !== "float32" && x.dtype !== "int32")) return undefined;
  const shape = x.shape.map((length, axis) => length * reps[axis]!);
  const y = heap.output(shape, x.dtype);
  if (tf.util.sizeFromShape(shape) > 0)
    repeat(heap, heap.at(x), passesOf(x.shape, reps), heap.at(y));
  return y;
});

/** One pass for each repeated axis, the last one first, so that the largest one moves the longest blocks. */
function passesOf(shape: readonly number[], reps: readonly number[]): readonly Pass[] {
  const passes: Pass[] = [];
  let inner = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    inner *= shape[axis]!;
    const times = reps[axis]!;
    if (times > 1) passes.push({outer: tf.util.sizeFromShape(shape.slice(0, axis)), inner, times});
    inner *= times;
  }
  return passes.length > 0 ? passes : [{outer: 1, inner, times: 1}];
}

/** The results of all passes but the last one lie in scratch, one after the other. */
function repeat(heap: Heap, x: number, passes: readonly Pass[], y: number): void {
  const sizes = passes.map(({outer, inner, times}) => 4 * outer * inner * times);
  const between = sizes.slice(0, -1).reduce((total, size) => total + size, 0);
  let next = between > 0 ? heap.scratch(between) : 0;
  let from = x;
  for (const [i, {outer, inner, times}] of passes.entries()) {
    const to = i === passes.length - 1 ? y : next;
    heap.run.repeatBlocks(from, outer, inner, times, to);
    from = to;
    next += sizes[i]!;
  }
}

/** Sum and mean over any axes, in an order that depends on the shape alone. */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import type {Heap} from "./heap.js";
import {areFloats, cleared, isEmpty, wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
}

interface Attributes {
  readonly axis: number | number[];
  readonly keepDims: boolean;
}

/** Neighbouring axes as one: [before, count, after], where `count` is summed away. */
type Run = readonly [before: number, count: number, after: number];

export const sum = reduction("Sum", () => 1);
export const mean = reduction("Mean", (count) => count);

function reduction(name: string, divisor: (count: number) => number): Kernel {
  return wasmKernel<Inputs, Attributes>(name, (heap, {inputs: {x}, attrs}) => {
    const axes = tf.util.parseAxisParam(attrs.axis, x.shape);
    const [kept, gone] = tf.backend_util.computeOutAndReduceShapes(x.shape, axes);
    const shape = attrs.keepDims ? tf.backend_util.expandShapeToKeepDim(kept, axes) : kept;
    // TF.js's own kernel writes nothing there, or divides by zero.
    if (isEmpty(x)) return cleared(heap, heap.output(shape, dtypeOf(name, x)));
    const runs = runsOf(x.shape, axes);
    if (!areFloats(x) || runs.length > 2) return undefined;
    const y = heap.output(shape);
    reduce(heap, heap.at(x), runs, divisor(tf.util.sizeFromShape(gone)), heap.at(y));
    return y;
  });
}

/** A sum of whole numbers or truth values is a whole number. */
function dtypeOf(name: string, {dtype}: tf.TensorInfo): tf.DataType {
  return name === "Sum" && dtype !== "float32" ? "int32" : "float32";
}

/** The last run first, because the other one then has less to sum. */
function reduce(heap: Heap, x: number, runs: readonly Run[], divisor: number, y: number): void {
  const [first, second] = runs as [Run, Run?];
  if (!second) {
    heap.run.sumMiddle(x, ...first, divisor, y);
    return;
  }
  const [before, count, after] = second;
  const between = heap.scratch(4 * before * after);
  heap.run.sumMiddle(x, before, count, after, 1, between);
  heap.run.sumMiddle(between, first[0], first[1], first[2] / count, divisor, y);
}

/** The runs of summed axes in `shape`; if there is none, one of a single row. Axes of length 1 interrupt no run. */
function runsOf(shape: readonly number[], axes: readonly number[]): readonly Run[] {
  const summed = new Set(axes);
  const runs: Run[] = [];
  let isOpen = false;
  for (const [axis, length] of shape.entries()) {
    if (length === 1) continue;
    const after = tf.util.sizeFromShape(shape.slice(axis + 1));
    const last = runs.at(-1);
    if (summed.has(axis) && isOpen && last)
      runs[runs.length - 1] = [last[0], last[1] * length, after];
    else if (summed.has(axis))
      runs.push([tf.util.sizeFromShape(shape.slice(0, axis)), length, after]);
    isOpen = summed.has(axis);
  }
  return runs.length > 0 ? runs : [[1, 1, tf.util.sizeFromShape([...shape])]];
}

/** Sum and mean over any axes, in an order that depends on the shape alone. */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import type {Heap} from "./heap.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

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

/** See assembly/reduce.ts. */
const scratchBytes = 4 * 64;

function reduction(name: string, divisor: (count: number) => number): Kernel {
  return wasmKernel<Inputs, Attributes>(name, (heap, {inputs: {x}, attrs}) => {
    if (!areFloats(x)) return undefined;
    const axes = tf.util.parseAxisParam(attrs.axis, x.shape);
    const [kept, gone] = tf.backend_util.computeOutAndReduceShapes(x.shape, axes);
    const count = tf.util.sizeFromShape(gone);
    if (count === 0 || tf.util.sizeFromShape(kept) === 0) return undefined;
    const runs = runsOf(x.shape, axes);
    if (runs.length > 2) return undefined;
    const shape = attrs.keepDims ? tf.backend_util.expandShapeToKeepDim(kept, axes) : kept;
    const y = heap.output(shape);
    reduce(heap, heap.at(x), runs, divisor(count), heap.at(y));
    return y;
  });
}

/** The last run first, because the other one then has less to sum. */
function reduce(heap: Heap, x: number, runs: readonly Run[], divisor: number, y: number): void {
  const [first, second] = runs as [Run, Run?];
  if (!second) {
    heap.run.sumMiddle(x, ...first, divisor, y, heap.scratch(scratchBytes));
    return;
  }
  const [before, count, after] = second;
  const scratch = heap.scratch(scratchBytes + 4 * before * after);
  const between = scratch + scratchBytes;
  heap.run.sumMiddle(x, before, count, after, 1, between, scratch);
  heap.run.sumMiddle(between, first[0], first[1], first[2] / count, divisor, y, scratch);
}

/** The runs of summed axes in `shape`; if there is none, one of a single row. Axes of length 1 interrupt no run. */
function runsOf(shape: readonly number[], axes: readonly number[]): readonly Run[] {
  const summed = new Set(axes);
  const runs: Run[] = [];
  let open = false;
  let before = 1;
  let after = tf.util.sizeFromShape([...shape]);
  for (const [axis, length] of shape.entries()) {
    if (length === 1) continue;
    after /= length;
    const last = runs.at(-1);
    if (summed.has(axis) && open && last)
      runs[runs.length - 1] = [last[0], last[1] * length, after];
    else if (summed.has(axis)) runs.push([before, length, after]);
    open = summed.has(axis);
    before *= length;
  }
  return runs.length > 0 ? runs : [[1, 1, before]];
}

/**
 * Axes in another order. If that leaves the values where they are, nothing is copied; two neighbouring groups of axes are
 * exchanged here, everything else by TF.js.
 */
import type * as tf from "@tensorflow/tfjs-core";
import {isEmpty, wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
}

interface Attributes {
  readonly perm: readonly number[];
}

export const transpose = wasmKernel<Inputs, Attributes>(
  "Transpose",
  (heap, {inputs: {x}, attrs: {perm}}) => {
    if (x.dtype !== "float32" && x.dtype !== "int32") return undefined;
    const shape = perm.map((axis) => x.shape[axis]!);
    // TF.js's own kernel divides by zero there.
    if (isEmpty(x)) return heap.output(shape, x.dtype);
    const groups = groupsOf(x.shape, perm);
    if (groups.length < 2) return heap.reshaped(x, shape);
    const exchange = exchangeOf(groups);
    if (!exchange) return undefined;
    const y = heap.output(shape, x.dtype);
    heap.run.transpose(heap.at(x), ...exchange, heap.at(y));
    return y;
  },
);

/** Axes that stay side by side. */
interface Group {
  /** Its place among the groups of x. */
  readonly place: number;
  readonly length: number;
}

/** In the order of the result; axes of length 1 are left out. */
function groupsOf(shape: readonly number[], perm: readonly number[]): readonly Group[] {
  const axes = shape.flatMap((length, axis) => (length === 1 ? [] : [axis]));
  const order = perm.map((axis) => axes.indexOf(axis)).filter((place) => place >= 0);
  const runs: {first: number; length: number}[] = [];
  for (const [i, place] of order.entries()) {
    const length = shape[axes[place]!]!;
    if (i > 0 && place === order[i - 1]! + 1) runs.at(-1)!.length *= length;
    else runs.push({first: place, length});
  }
  const firsts = runs.map(({first}) => first).sort((a, b) => a - b);
  return runs.map(({first, length}) => ({place: firsts.indexOf(first), length}));
}

/** [outer, m, n, inner] if the groups m and n of x are exchanged and no other one moves. */
function exchangeOf(
  groups: readonly Group[],
): readonly [number, number, number, number] | undefined {
  const first = groups.findIndex(({place}, i) => place !== i);
  const [n, m, ...behind] = groups.slice(first);
  if (first > 1 || behind.length > 1) return undefined;
  if (n?.place !== first + 1 || m?.place !== first) return undefined;
  return [first === 1 ? groups[0]!.length : 1, m.length, n.length, behind[0]?.length ?? 1];
}

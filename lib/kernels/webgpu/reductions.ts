/** Sums and means over leading or middle axes in one dispatch. Those over the last axes take TF.js one dispatch as well. */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {type ColumnShape, columnSums} from "./column-sums.js";
import {knownSums} from "./known-sums.js";
import {runProgram} from "./program.js";
import {kernelOf} from "./webgpu-kernel.js";

export const reductions: readonly Kernel[] = [
  reduction("Sum", "sums0[0]"),
  reduction("Mean", "sums0[0] / f32(uniforms.middle)"),
];

function reduction(name: string, result: string): Kernel {
  return kernelOf(name, ({inputs, attrs}, backend) => {
    const x = inputs.x!;
    const axes = tf.util.parseAxisParam(attrs.axis as number | number[], x.shape);
    const columns = columnShape(x.shape, axes);
    if (!columns || x.dtype !== "float32") return undefined;
    const shape = without(x.shape, axes, attrs.keepDims as boolean);
    const areAllRows = columns.outer === 1 && columns.inner === x.shape.at(-1);
    const known = name === "Sum" && areAllRows ? knownSums(x, shape, backend) : undefined;
    if (known) return known;
    const {variant, ...parts} = columnSums(columns, [["x(i)"]], `y[o] = ${result};`);
    return runProgram(backend, {
      key: `${name} of columns ${variant}`,
      inputs: [{name: "x", tensor: x}],
      outputs: [{name: "y", shape}],
      ...parts,
    })[0];
  });
}

/** Sizes before, in and after the axes. Undefined where they are not neighbours or are the last ones. */
function columnShape(shape: readonly number[], axes: readonly number[]): ColumnShape | undefined {
  const first = Math.min(...axes);
  const end = first + axes.length;
  const areNeighbours = axes.length > 0 && Math.max(...axes) === end - 1;
  if (!areNeighbours || end === shape.length) return undefined;
  const [outer, middle, inner] = [
    shape.slice(0, first),
    shape.slice(first, end),
    shape.slice(end),
  ].map((part) => tf.util.sizeFromShape(part));
  return {outer: outer!, middle: middle!, inner: inner!};
}

function without(shape: readonly number[], axes: readonly number[], keepDims: boolean): number[] {
  if (keepDims) return shape.map((length, i) => (axes.includes(i) ? 1 : length));
  return shape.filter((_, i) => !axes.includes(i));
}

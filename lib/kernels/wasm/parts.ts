/** Slices, splits, joins and frames of tensors, as copies of whole blocks. TF.js's own make a JavaScript array for every row. */
import * as tf from "@tensorflow/tfjs-core";
import {copyBox} from "./box.js";
import type {Heap} from "./heap.js";
import {wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
}

/** begin and size as TF.js takes them; x -> size */
export const slice = wasmKernel<Inputs, {begin: number | number[]; size: number | number[]}>(
  "Slice",
  (heap, {inputs: {x}, attrs}) => {
    if (!isFourBytes(x)) return undefined;
    const params = tf.slice_util.parseSliceParams(x as tf.Tensor, attrs.begin, attrs.size);
    const [begin, size] = params as [number[], number[]];
    tf.slice_util.assertParamsValid(x, begin, size);
    return part(heap, x, begin, size);
  },
);

/** x [.., d, ..] -> several [.., size, ..] */
export const splitV = wasmKernel<Inputs, {numOrSizeSplits: number | number[]; axis: number}>(
  "SplitV",
  (heap, {inputs: {x}, attrs}) => {
    if (!isFourBytes(x)) return undefined;
    const axis = tf.util.parseAxisParam(attrs.axis, x.shape)[0]!;
    const sizes = tf.backend_util.prepareSplitSize(x as tf.Tensor, attrs.numOrSizeSplits, axis);
    let from = 0;
    return sizes.map((size) => {
      const begin = from;
      from += size;
      return part(
        heap,
        x,
        at(x, axis, begin),
        x.shape.map((length, i) => (i === axis ? size : length)),
      );
    });
  },
);

/** several [.., size, ..] -> [.., d, ..] */
export const concat = wasmKernel<readonly tf.TensorInfo[], {axis: number}>(
  "Concat",
  (heap, {inputs, attrs}) => {
    const [first] = inputs;
    if (!first || !inputs.every((x) => isFourBytes(x) && x.dtype === first.dtype)) return undefined;
    const axis = tf.util.parseAxisParam(attrs.axis, first.shape)[0]!;
    const shapes = inputs.map(({shape}) => shape);
    tf.backend_util.assertParamsConsistent(shapes, axis);
    const y = heap.output(tf.backend_util.computeOutShape(shapes, axis), first.dtype);
    let to = 0;
    for (const x of inputs) {
      const source = {tensor: x, begin: at(x, axis, 0)};
      copyBox(heap, source, {tensor: y, begin: at(y, axis, to)}, x.shape);
      to += x.shape[axis]!;
    }
    return y;
  },
);

/** x [d, ..] -> [before + d + after, ..] */
export const pad = wasmKernel<Inputs, {paddings: [number, number][]; constantValue: number}>(
  "PadV2",
  (heap, {inputs: {x}, attrs: {paddings, constantValue}}) => {
    if (x.dtype !== "float32" || paddings.flat().some((width) => width < 0)) return undefined;
    const shape = x.shape.map((length, i) => paddings[i]![0] + length + paddings[i]![1]);
    const y = heap.output(shape);
    heap.run.fillValues(heap.at(y), tf.util.sizeFromShape(shape), constantValue);
    const begin = paddings.map(([before]) => before);
    copyBox(heap, {tensor: x, begin: x.shape.map(() => 0)}, {tensor: y, begin}, x.shape);
    return y;
  },
);

function part(heap: Heap, x: tf.TensorInfo, begin: readonly number[], size: readonly number[]) {
  const y = heap.output(size, x.dtype);
  copyBox(heap, {tensor: x, begin}, {tensor: y, begin: size.map(() => 0)}, size);
  return y;
}

/** The corner that is `place` along `axis` and first along the others. */
function at({shape}: tf.TensorInfo, axis: number, place: number): number[] {
  return shape.map((_, i) => (i === axis ? place : 0));
}

function isFourBytes({dtype}: tf.TensorInfo): boolean {
  return dtype === "float32" || dtype === "int32";
}

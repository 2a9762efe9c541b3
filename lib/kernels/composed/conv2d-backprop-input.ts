/**
 * Gradient of a 2-D convolution with respect to its input, which is also the forward pass of a transposed convolution:
 *
 *   dx[n, s u + a - before, s v + b - before, i] = sum over j, l, o of dy[n, u - j, v - l, o] · W[s j + a, s l + b, i, o]
 *
 * For each remainder (a, b) of the stride s this is a plain convolution of dy with every s-th tap of W. All s² of them
 * are made by one convolution with s² · i outputs, which are then interleaved and cropped (Shi et al., 2016, section 3).
 * dy [n, p, q, o], W [kh, kw, i, o] -> dx [n, h, w, i]. The stock wasm kernel is a scalar loop.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {type ConvolutionAttributes, padding, type Side, sidesOf} from "./convolution-shape.js";

export const conv2dBackpropInput: Kernel = {
  name: "Conv2DBackpropInput",
  make: (stock) => (args) => {
    // The engine passes tensors, although the type says TensorInfo.
    const {dy, filter} = args.inputs as unknown as {dy: tf.Tensor4D; filter: tf.Tensor4D};
    const attributes = args.attrs as unknown as ConvolutionAttributes & {inputShape: number[]};
    if (attributes.dataFormat === "NCHW" && stock) return stock(args);
    return tf.tidy(() => inputGradient(dy, filter, attributes));
  },
};

function inputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  attributes: ConvolutionAttributes & {inputShape: number[]},
): tf.Tensor4D {
  const [height, width] = sidesOf(attributes.inputShape, filter.shape, attributes);
  const rows = blocksOf(height);
  const columns = blocksOf(width);
  const blocks = tf.conv2d(
    dy,
    taps(filter, height.stride, width.stride),
    1,
    padding(rows.before, rows.after, columns.before, columns.after),
  );
  const interleaved = interleave(blocks, height.stride, width.stride);
  return crop(interleaved, rows.offset, height.input, columns.offset, width.input);
}

/** How dy is padded so that blocks of `stride` places cover the input, and where in them the input starts. */
function blocksOf({input, output, filter, stride, before}: Side): {
  readonly before: number;
  readonly after: number;
  readonly offset: number;
} {
  const size = Math.ceil(filter / stride);
  const first = Math.min(size - 1, Math.floor(before / stride));
  const last = Math.floor((before + input - 1) / stride);
  return {
    before: size - 1 - first,
    after: Math.max(0, last + 1 - output),
    offset: before - first * stride,
  };
}

/** W [kh, kw, i, o] -> [ceil(kh / sh), ceil(kw / sw), o, sh · sw · i], turned by half a turn. */
function taps(filter: tf.Tensor4D, sh: number, sw: number): tf.Tensor4D {
  const [kh, kw, i, o] = filter.shape;
  const [rows, columns] = [Math.ceil(kh / sh), Math.ceil(kw / sw)];
  const whole =
    rows * sh === kh && columns * sw === kw
      ? filter
      : tf.pad(filter, zerosAfter(rows * sh - kh, columns * sw - kw));
  // Two transposes of few axes, because the one of six axes copies value by value.
  const split = tf.reshape(whole, [rows, sh, columns, sw * i * o]);
  const byTap = tf.reshape(tf.transpose(split, [0, 2, 1, 3]), [rows * columns, sh * sw * i, o]);
  const joined = tf.reshape(tf.transpose(byTap, [0, 2, 1]), [rows, columns, o, sh * sw * i]);
  return tf.reverse(joined as tf.Tensor4D, [0, 1]);
}

function zerosAfter(rows: number, columns: number): [number, number][] {
  return [
    [0, rows],
    [0, columns],
    [0, 0],
    [0, 0],
  ];
}

/** [n, rows, columns, sh · sw · i] -> [n, rows · sh, columns · sw, i]. The stock DepthToSpace kernel is 80 times slower. */
function interleave(blocks: tf.Tensor4D, sh: number, sw: number): tf.Tensor4D {
  if (sh === 1 && sw === 1) return blocks;
  const [n, rows, columns, depth] = blocks.shape;
  const i = depth / (sh * sw);
  const split = tf.reshape(blocks, [n * rows, columns, sh, sw * i]);
  return tf.reshape(tf.transpose(split, [0, 2, 1, 3]), [n, rows * sh, columns * sw, i]);
}

function crop(
  x: tf.Tensor4D,
  top: number,
  height: number,
  left: number,
  width: number,
): tf.Tensor4D {
  const [n, rows, columns, i] = x.shape;
  if (rows === height && columns === width) return x;
  // Three dimensions, because the four-dimensional slice copies value by value.
  const flat = tf.reshape(x, [n, rows, columns * i]);
  return tf.reshape(tf.slice(flat, [0, top, left * i], [n, height, width * i]), [
    n,
    height,
    width,
    i,
  ]);
}

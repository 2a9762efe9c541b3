/**
 * The gradient of the largest value of each window, dy [n, oh, ow, c] -> dx [n, h, w, c], in one dispatch: each x asks its windows
 * whether it is their first largest value. TF.js stores the places first.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {named} from "./channels.js";
import {webgpuKernel} from "./webgpu-kernel.js";

interface Attributes {
  readonly filterSize: [number, number] | number;
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

export const maxPoolGrad: Kernel = webgpuKernel("MaxPoolGrad", ({inputs, attrs}) => {
  const {filterSize, strides, pad, dimRoundingMode} = attrs as unknown as Attributes;
  const {dy, input} = inputs;
  if (input!.dtype !== "float32") return undefined;
  const x = input!.shape as [number, number, number, number];
  const info = tf.backend_util.computePool2DInfo(x, filterSize, strides, 1, pad, dimRoundingMode);
  return {
    key: "MaxPoolGrad",
    outputs: [{name: "dx", shape: x}],
    inputs: named({dy: dy!, x: input!}, ["dy", "x"]),
    integers: {
      height: info.inHeight,
      width: info.inWidth,
      channels: info.inChannels,
      rows: info.filterHeight,
      columns: info.filterWidth,
      down: info.strideHeight,
      right: info.strideWidth,
      top: info.padInfo.top,
      left: info.padInfo.left,
      outHeight: info.outHeight,
      outWidth: info.outWidth,
    },
    code,
    count: tf.util.sizeFromShape(x),
  };
});

const code = `
fn firstFrom(place: i32, size: i32, step: i32) -> i32 {
  return select(0, (place - size) / step + 1, place >= size);
}
fn at(n: i32, row: i32, column: i32, c: i32) -> i32 {
  return ((n * uniforms.height + row) * uniforms.width + column) * uniforms.channels + c;
}
fn largest(n: i32, outRow: i32, outColumn: i32, c: i32) -> i32 {
  let row0 = outRow * uniforms.down - uniforms.top;
  let column0 = outColumn * uniforms.right - uniforms.left;
  var best = -1;
  var most = -3.4028234e38;
  for (var row = max(row0, 0); row < min(row0 + uniforms.rows, uniforms.height); row++) {
    for (var column = max(column0, 0); column < min(column0 + uniforms.columns, uniforms.width); column++) {
      let i = at(n, row, column, c);
      if (x(i) > most || (best < 0 && x(i) == most)) { best = i; most = x(i); }
    }
  }
  return best;
}
fn main(i: i32) {
  let c = i % uniforms.channels;
  let column = i / uniforms.channels % uniforms.width;
  let row = i / (uniforms.channels * uniforms.width) % uniforms.height;
  let n = i / (uniforms.channels * uniforms.width * uniforms.height);
  let lastRow = min((row + uniforms.top) / uniforms.down, uniforms.outHeight - 1);
  let lastColumn = min((column + uniforms.left) / uniforms.right, uniforms.outWidth - 1);
  var sum = 0.0;
  for (var p = firstFrom(row + uniforms.top, uniforms.rows, uniforms.down); p <= lastRow; p++) {
    for (var q = firstFrom(column + uniforms.left, uniforms.columns, uniforms.right); q <= lastColumn; q++) {
      if (largest(n, p, q, c) == i) {
        sum += dy(((n * uniforms.outHeight + p) * uniforms.outWidth + q) * uniforms.channels + c);
      }
    }
  }
  dx[i] = sum;
}`;

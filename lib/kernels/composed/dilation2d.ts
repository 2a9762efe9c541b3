/**
 * Grey-scale dilation and its gradients:
 *
 *   y[n, p, q, c] = max over a, b of x[n, p s + a d - top, q s + b d - left, c] + f[a, b, c]
 *
 * over the taps that fall inside. The gradient goes to the first tap that has the largest sum. x [n, h, w, c], f [kh, kw, c]. TF.js's wasm back end
 * has a kernel for each, whose values are wrong (4.22).
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {type Axis, picked, placed, type Tapped, tapped} from "./planes.js";

interface Inputs {
  readonly x: tf.Tensor4D;
  readonly filter: tf.Tensor3D;
  readonly dy: tf.Tensor4D;
}

interface Attributes {
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number;
  readonly dilations: [number, number] | number;
}

/** One value of the filter for each channel, and what it sees. */
interface Tap {
  readonly rows: Tapped;
  readonly columns: Tapped;
  /** [c] */
  readonly weights: tf.Tensor;
}

interface Windows {
  readonly height: Axis;
  readonly width: Axis;
  readonly taps: readonly Tap[];
}

export const dilation2d = kernelOf("Dilation2D", ({x}, windows) => tf.max(sums(x, windows), 0));

export const dilation2dBackpropFilter = kernelOf("Dilation2DBackpropFilter", (inputs, windows) => {
  const ofTaps = shares(inputs, windows).map((share) => tf.sum(share, [0, 1, 2]));
  return tf.reshape(tf.stack(ofTaps), inputs.filter.shape);
});

export const dilation2dBackpropInput = kernelOf("Dilation2DBackpropInput", (inputs, windows) => {
  const {height, width, taps} = windows;
  const parts = shares(inputs, windows).map((share, i) => {
    const {rows, columns} = taps[i]!;
    const inRows = placed(picked(share, rows.outputs, 1), rows.inputs, 1, height.inputs);
    return placed(picked(inRows, columns.outputs, 2), columns.inputs, 2, width.inputs);
  });
  return tf.addN(parts);
});

function kernelOf(name: string, compute: (inputs: Inputs, windows: Windows) => tf.Tensor): Kernel {
  return {
    name,
    make: () => (args) => {
      const inputs = args.inputs as unknown as Inputs;
      const attributes = args.attrs as unknown as Attributes;
      return tf.tidy(() => compute(inputs, windowsOf(inputs, attributes)));
    },
  };
}

function windowsOf({x, filter}: Inputs, {strides, pad, dilations}: Attributes): Windows {
  const info = tf.backend_util.computeDilation2DInfo(
    x.shape,
    filter.shape,
    strides,
    pad,
    "NHWC",
    dilations,
  );
  const height = {
    inputs: info.inHeight,
    outputs: info.outHeight,
    stride: info.strideHeight,
    dilation: info.dilationHeight,
    before: info.padInfo.top,
  };
  const width = {
    inputs: info.inWidth,
    outputs: info.outWidth,
    stride: info.strideWidth,
    dilation: info.dilationWidth,
    before: info.padInfo.left,
  };
  const taps = tf.unstack(filter).flatMap((row, a) =>
    tf.unstack(row).map((weights, b) => ({
      rows: tapped(height, a),
      columns: tapped(width, b),
      weights,
    })),
  );
  return {height, width, taps};
}

/** What each tap makes of `x`, [taps, n, p, q, c]: minus infinity where it falls outside. */
function sums(x: tf.Tensor4D, {height, width, taps}: Windows): tf.Tensor {
  return tf.stack(
    taps.map(({rows, columns, weights}) => {
      const seen = picked(picked(x, rows.inputs, 1), columns.inputs, 2);
      const inRows = placed(seen, rows.outputs, 1, height.outputs, -Infinity);
      return tf.add(placed(inRows, columns.outputs, 2, width.outputs, -Infinity), weights);
    }),
  );
}

/** The part of dy that each tap gets, [n, p, q, c] each. */
function shares({x, dy}: Inputs, windows: Windows): tf.Tensor4D[] {
  const largest = tf.argMax(sums(x, windows), 0);
  return windows.taps.map((_, tap) => tf.mul(dy, tf.cast(tf.equal(largest, tap), "float32")));
}

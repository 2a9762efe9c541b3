/**
 * The largest value of each box and its gradient, by 2-D pooling of planes of height and width: with z(p) = p s + d - before,
 *
 *   y[p] = max over d of pool(x[z(p)])
 *
 * The gradient goes to the first largest value; NaN is none. x [n, d, h, w, c]. TF.js's wasm back end has a kernel for each, whose values are wrong where
 * the sides of a box differ (4.22).
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {type Axis, asPictures, asVolumes, depthOf, picked, placed, tapped} from "./planes.js";

type Sides = [number, number, number] | number;
type Rounding = "floor" | "round" | "ceil";

interface Attributes {
  readonly filterSize: Sides;
  readonly strides: Sides;
  readonly pad: "valid" | "same" | number;
  readonly dimRoundingMode?: Rounding;
}

/** Pooling within the planes, as TF.js's kernels for pictures take it, and how planes meet. */
interface Pooling {
  readonly depth: Axis;
  readonly taps: number;
  readonly windows: {
    readonly filterSize: [number, number];
    readonly strides: [number, number];
    readonly pad: tf.backend_util.ExplicitPadding;
  };
}

export const maxPool3d: Kernel = {
  name: "MaxPool3D",
  make: () => (args) => {
    const {x} = args.inputs as unknown as {x: tf.Tensor5D};
    const pooling = poolingOf(x.shape, args.attrs as unknown as Attributes);
    return tf.tidy(() => tf.max(throughTaps(pooled(numbersOf(x), pooling), pooling), 0));
  },
};

export const maxPool3dGrad: Kernel = {
  name: "MaxPool3DGrad",
  make: () => (args) => {
    const {dy, input} = args.inputs as unknown as {dy: tf.Tensor5D; input: tf.Tensor5D};
    const pooling = poolingOf(input.shape, args.attrs as unknown as Attributes);
    return tf.tidy(() => gradient(dy, numbersOf(input), pooling));
  },
};

function gradient(dy: tf.Tensor5D, x: tf.Tensor5D, pooling: Pooling): tf.Tensor {
  const {depth, taps, windows} = pooling;
  const planes = pooled(x, pooling);
  const largest = tf.argMax(throughTaps(planes, pooling), 0);
  const parts = Array.from({length: taps}, (_, tap) => {
    const {inputs, outputs} = tapped(depth, tap);
    const share = tf.mul(dy, tf.cast(tf.equal(largest, tap), "float32")) as tf.Tensor5D;
    return placed(picked(share, outputs, 1), inputs, 1, depth.inputs);
  });
  const dPlanes = asPictures(tf.addN(parts));
  const inputs = {dy: dPlanes, input: asPictures(x), output: asPictures(planes)};
  const dx = tf.engine().runKernel<tf.Tensor4D>("MaxPoolGrad", inputs, {...windows});
  return asVolumes(dx, depth.inputs);
}

/** NaN is never the largest. */
function numbersOf(x: tf.Tensor5D): tf.Tensor5D {
  return tf.where(tf.isNaN(x), -Infinity, x);
}

/** Each plane by itself, [n, d, q, r, c]. */
function pooled(x: tf.Tensor5D, {depth, windows}: Pooling): tf.Tensor5D {
  const planes = tf.maxPool(asPictures(x), windows.filterSize, windows.strides, windows.pad);
  return asVolumes(planes, depth.inputs);
}

/** What each tap of the depth sees of the `planes`, [taps, n, p, q, r, c]: minus infinity where it falls outside. */
function throughTaps(planes: tf.Tensor5D, {depth, taps}: Pooling): tf.Tensor {
  return tf.stack(
    Array.from({length: taps}, (_, tap) => {
      const {inputs, outputs} = tapped(depth, tap);
      return placed(picked(planes, inputs, 1), outputs, 1, depth.outputs, -Infinity);
    }),
  );
}

function poolingOf(
  shape: [number, number, number, number, number],
  {filterSize, strides, pad, dimRoundingMode}: Attributes,
): Pooling {
  const info = tf.backend_util.computePool3DInfo(
    shape,
    filterSize,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const {top, bottom, left, right} = info.padInfo;
  return {
    depth: depthOf(info),
    taps: info.filterDepth,
    windows: {
      filterSize: [info.filterHeight, info.filterWidth],
      strides: [info.strideHeight, info.strideWidth],
      pad: [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ],
    },
  };
}

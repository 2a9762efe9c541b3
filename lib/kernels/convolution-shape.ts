import * as tf from "@tensorflow/tfjs-core";

/** What TF.js hands to the kernels of a convolution. */
export interface ConvolutionAttributes {
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  readonly dataFormat: "NHWC" | "NCHW";
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

type Shape4D = [number, number, number, number];

/** Sizes, strides, dilations and padding of a channels-last convolution of x [n, h, w, ci] with W [kh, kw, ci, co]. */
export function shapeOf(
  x: readonly number[],
  filter: readonly number[],
  {strides, pad, dilations = 1, dimRoundingMode}: ConvolutionAttributes,
): tf.backend_util.Conv2DInfo {
  return tf.backend_util.computeConv2DInfo(
    x as Shape4D,
    filter as Shape4D,
    strides,
    dilations,
    pad,
    dimRoundingMode,
  );
}

/** `count` rounded up to a multiple of `unit`. */
export function upTo(count: number, unit: number): number {
  return Math.ceil(count / unit) * unit;
}

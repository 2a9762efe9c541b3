import * as tf from "@tensorflow/tfjs-core";

/** One spatial side of a convolution: the input has `input` places, of which `before` more are zero padding in front,
 * a window of `filter` taps moves by `stride` and stops at `output` places. */
export interface Side {
  readonly input: number;
  readonly output: number;
  readonly filter: number;
  readonly stride: number;
  readonly before: number;
}

/** What TF.js hands to the two gradient kernels of a convolution. */
export interface ConvolutionAttributes {
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  readonly dataFormat: "NHWC" | "NCHW";
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

type Shape4D = [number, number, number, number];

/** Height and width of a channels-last convolution of `input` [n, h, w, ci] with `filter` [kh, kw, ci, co]. */
export function sidesOf(
  input: readonly number[],
  filter: readonly number[],
  {strides, pad, dimRoundingMode}: ConvolutionAttributes,
): readonly [height: Side, width: Side] {
  const info = tf.backend_util.computeConv2DInfo(
    input as Shape4D,
    filter as Shape4D,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  return [
    {
      input: info.inHeight,
      output: info.outHeight,
      filter: info.filterHeight,
      stride: info.strideHeight,
      before: info.padInfo.top,
    },
    {
      input: info.inWidth,
      output: info.outWidth,
      filter: info.filterWidth,
      stride: info.strideWidth,
      before: info.padInfo.left,
    },
  ];
}

/** Zero padding of the two spatial sides, as `tf.conv2d` takes it. */
export function padding(
  top: number,
  bottom: number,
  left: number,
  right: number,
): tf.backend_util.ExplicitPadding {
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}

import * as tf from "@tensorflow/tfjs-core";

/** Attributes that TF.js hands to the kernels of a convolution. */
export interface ConvolutionAttributes {
  readonly strides: [number, number] | number;
  readonly pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  readonly dataFormat: "NHWC" | "NCHW";
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: "floor" | "round" | "ceil" | undefined;
}

type Shape4D = [number, number, number, number];

/** Sizes, strides, dilations and padding of a channels-last convolution of x [n, h, w, ci] with W [kh, kw, ci, co]. */
export function shapeOf(
  x: readonly number[],
  filter: readonly number[],
  {strides, pad, dilations = 1, dimRoundingMode}: ConvolutionAttributes,
): tf.backend_util.Conv2DInfo {
  return checked(
    tf.backend_util.computeConv2DInfo(
      x as Shape4D,
      filter as Shape4D,
      strides,
      dilations,
      pad,
      dimRoundingMode,
    ),
  );
}

/**
 * The same `info`. Throws an Error where the windows do not fit, so that a side of the result would be negative, as TF.js does it where
 * it makes the result's tensor, and where a step is no whole number.
 */
export function checked(info: tf.backend_util.Conv2DInfo): tf.backend_util.Conv2DInfo {
  tf.util.assertNonNegativeIntegerDimensions(info.outShape);
  const {strideHeight, strideWidth, dilationHeight, dilationWidth, padInfo} = info;
  const steps = [strideHeight, strideWidth, dilationHeight, dilationWidth];
  const whole = [...steps, padInfo.top, padInfo.left].every(Number.isInteger);
  tf.util.assert(
    whole && steps.every((step) => step > 0),
    () =>
      `Strides and dilations must be whole numbers above 0, and padding a whole number, but got strides ` +
      `${strideHeight},${strideWidth}, dilations ${dilationHeight},${dilationWidth} and padding ${padInfo.top},${padInfo.left}.`,
  );
  return info;
}

export type RoundingMode = ConvolutionAttributes["dimRoundingMode"];

/**
 * What `infoWith` says for the rounding with which the result has the shape of its gradient `dy`: TF.js's gradients forget with which one it was
 * made. Undefined where there is none.
 */
export function shapeOfGradient(
  dy: tf.TensorInfo,
  given: RoundingMode,
  infoWith: (mode: RoundingMode) => tf.backend_util.Conv2DInfo,
): tf.backend_util.Conv2DInfo | undefined {
  const fits = ({outShape}: tf.backend_util.Conv2DInfo) => tf.util.arraysEqual(outShape, dy.shape);
  const first = infoWith(given);
  return fits(first) ? first : (["floor", "round", "ceil"] as const).map(infoWith).find(fits);
}

/** The same where a result is computed from `dy`. Throws TF.js's error instead. */
export function knownShapeOfGradient(
  name: string,
  ...args: Parameters<typeof shapeOfGradient>
): tf.backend_util.Conv2DInfo {
  const [dy, given, infoWith] = args;
  const info = shapeOfGradient(...args);
  const prefix = `Error in ${name}: dy is not of the shape of the result.`;
  if (!info) tf.util.assertShapesMatch(dy.shape, infoWith(given).outShape, prefix);
  return info ?? infoWith(given);
}

/** Windows along one axis, tap by tap: with it, kernels are put together from whole slices of their inputs. */
import * as tf from "@tensorflow/tfjs-core";

/** Output p sees input p · stride + tap · dilation - before, if there is one. */
export interface Axis {
  readonly inputs: number;
  readonly outputs: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
}

/**
 * How the planes of a volume, of height and width, meet along its depth. Throws where TF.js (4.22) pads by less than nothing and so leaves out the first
 * values: with "same" where steps are longer than windows.
 */
export function depthOf(info: tf.backend_util.Conv3DInfo): Axis {
  const {front, top, left, back, bottom, right} = info.padInfo;
  tf.util.assert(
    Math.min(front, top, left, back, bottom, right) >= 0,
    () =>
      `unsupported pad: "same" with strides ${info.strideDepth},${info.strideHeight},${info.strideWidth} for windows of ` +
      `${info.filterDepth},${info.filterHeight},${info.filterWidth} (strides no longer than the windows, or "valid")`,
  );
  return {
    inputs: info.inDepth,
    outputs: info.outDepth,
    stride: info.strideDepth,
    dilation: info.dilationDepth,
    before: front,
  };
}

/** Every plane a picture: [n, d, h, w, c] -> [n d, h, w, c]. */
export function asPictures(x: tf.Tensor5D): tf.Tensor4D {
  const [n, d, ...plane] = x.shape;
  return tf.reshape(x, [n * d, ...plane]);
}

/** The inverse, for a depth of `d`. */
export function asVolumes(x: tf.Tensor4D, d: number): tf.Tensor5D {
  const [pictures, ...plane] = x.shape;
  return tf.reshape(x, [pictures / d, d, ...plane]);
}

/** The inputs that are seen through one tap, and the outputs that see them, in the same order. */
export interface Tapped {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export function tapped({inputs, outputs, stride, dilation, before}: Axis, tap: number): Tapped {
  const inputOf = (output: number) => output * stride + tap * dilation - before;
  const seeing = Array.from({length: outputs}, (_, output) => output).filter(
    (output) => inputOf(output) >= 0 && inputOf(output) < inputs,
  );
  return {inputs: seeing.map(inputOf), outputs: seeing};
}

/** The slices of `x` at `indices` along `axis`. */
export function picked<T extends tf.Tensor>(x: T, indices: readonly number[], axis: number): T {
  return tf.gather(x, tf.tensor1d([...indices], "int32"), axis);
}

/** `size` slices along `axis`: those at `indices` are the slices of `x`, all others are `filling`. */
export function placed<T extends tf.Tensor>(
  x: T,
  indices: readonly number[],
  axis: number,
  size: number,
  filling = 0,
): T {
  const slice = x.shape.map((side, i) => (i === axis ? 1 : side));
  const order = Array.from({length: size}, (_, i) => indices.indexOf(i) + 1);
  return picked(tf.concat([tf.fill(slice, filling), x], axis) as T, order, axis);
}

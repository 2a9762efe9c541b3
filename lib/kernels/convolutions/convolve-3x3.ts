import * as tf from "@tensorflow/tfjs-core";

export interface Convolution3x3 {
  /** [3, 3, ci, co] */
  readonly filter: tf.Tensor4D;
  /** [co] */
  readonly bias: tf.Tensor1D;
  /** What is added to the result, of its shape; default nothing. */
  readonly rest?: tf.Tensor4D;
}

/**
 * Convolution of x [n, h, w, ci] by windows of 3 x 3 pixels with a border of zeros, stride 1: y [n, h, w, co]. The same as
 * `tf.conv2d(x, filter, 1, "same")` plus bias and rest; but where the back end has the kernel, by minimal filtering with six points a line
 * (assembly/six-point-convolution.ts), which needs a quarter of the products, and whose rounding errors are some ten times as large: up
 * to 1e-5 of the largest value. So a program asks for it.
 */
export function convolve3x3(x: tf.Tensor4D, {filter, bias, rest}: Convolution3x3): tf.Tensor4D {
  const [height, width, ci, co] = filter.shape;
  if (height !== 3 || width !== 3)
    throw new RangeError(`invalid filter: shape [${filter.shape}] (expected [3, 3, ci, co])`);
  if (!hasKernel(x, ci, co)) {
    const y = tf.fused.conv2d({x, filter, bias, strides: 1, pad: "same", activation: "linear"});
    return rest ? tf.add(y, rest) : y;
  }
  if (x.shape[3] !== ci)
    throw new RangeError(`invalid x: shape [${x.shape}] (expected ${ci} channels)`);
  const inputs = {x, filter, bias, ...(rest && {rest})};
  return tf.engine().runKernel("Convolution3x3", inputs) as tf.Tensor4D;
}

/** The least channels with which the way to the points and back pays. */
const leastChannels = 8;

function hasKernel(x: tf.Tensor, ci: number, co: number): boolean {
  const fits = ci % 4 === 0 && co % 4 === 0 && Math.min(ci, co) >= leastChannels;
  const isThere = tf.getKernel("Convolution3x3", tf.getBackend()) != null;
  return isThere && fits && x.size > 0 && x.dtype === "float32";
}

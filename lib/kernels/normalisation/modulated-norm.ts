import * as tf from "@tensorflow/tfjs-core";
import {hasKernel, runKernel, runKernels} from "../gradients/fused-gradient.js";
import {groupNorm} from "./group-norm.js";

export interface ModulatedNormOptions {
  /** Of each picture, [n, C]. */
  readonly scale: tf.Tensor;
  readonly shift: tf.Tensor;
  readonly epsilon: number;
}

/**
 * Layer normalisation (Ba, Kiros & Hinton, 2016) that a condition modulates (adaLN of Peebles & Xie, 2023), x [n, .., C]:
 *
 *   y = scale (x - mean) / sqrt(variance + epsilon) + shift        mean and variance of each C values
 *
 * In one kernel, with another one for its gradient, where the back end has them.
 */
export function modulatedNorm(x: tf.Tensor, options: ModulatedNormOptions): tf.Tensor {
  const {scale, shift, epsilon} = options;
  if (x.rank < 2 || x.size === 0)
    throw new RangeError(`invalid x: shape [${x.shape}] (expected [n, .., C], not empty)`);
  const row = [x.shape[0]!, x.shape.at(-1)!];
  for (const [name, {shape}] of Object.entries({scale, shift}))
    if (!tf.util.arraysEqual(shape, row))
      throw new RangeError(`invalid ${name}: shape [${shape}] (expected [${row}])`);
  return tf.tidy(() => {
    const floats = x.dtype === "float32" ? x : tf.cast(x, "float32");
    return hasKernel("ModulatedNorm")
      ? inOneKernel([floats, scale, shift], {epsilon})
      : ofParts(floats, options);
  });
}

function inOneKernel(
  inputs: [x: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor],
  attrs: tf.NamedAttrMap,
): tf.Tensor {
  const operation = tf.customGrad((...args) => {
    const [x, scale, shift, save] = args as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    save([x, scale]);
    return {
      value: runKernel("ModulatedNorm", {x, scale, shift}, attrs),
      gradFunc: (dy, saved) => {
        const [x, scale] = saved as tf.Tensor[];
        return runKernels("ModulatedNormGrad", {dy, x: x!, scale: scale!}, attrs);
      },
    };
  });
  return operation(...inputs);
}

/** Each row by itself is one group of a group normalisation whose pictures are the rows. */
function ofParts(x: tf.Tensor, {scale, shift, epsilon}: ModulatedNormOptions): tf.Tensor {
  const [n, c] = scale.shape as [number, number];
  const row = [n, ...x.shape.slice(1, -1).map(() => 1), c];
  const normal = groupNorm(tf.reshape(x, [-1, c]), 1, tf.ones([c]), tf.zeros([c]), epsilon);
  const scaled = tf.mul(tf.reshape(normal, x.shape), tf.reshape(scale, row));
  return tf.add(scaled, tf.reshape(shift, row));
}

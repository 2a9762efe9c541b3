import * as tf from "@tensorflow/tfjs-core";

/**
 * A dense layer, x [n, ci] · weights [ci, co] + bias [co]. In one kernel, with another one for all of its gradients, where the back end has them: for a
 * small layer TF.js's own way is mostly reshapes.
 */
export function dense(x: tf.Tensor2D, weights: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor2D {
  const isThere = tf.getKernel("Dense", tf.getBackend()) != null;
  const isPlain = x.size * weights.size > 0 && x.dtype === "float32";
  if (!isThere || !isPlain)
    return tf.fused.matMul({a: x, b: weights, bias, activation: "linear"}) as tf.Tensor2D;
  if (x.shape[1] !== weights.shape[0] || bias.size !== weights.shape[1])
    throw new RangeError(
      `invalid weights: shape [${weights.shape}] (expected [${x.shape[1]}, ${bias.size}])`,
    );
  return tf.engine().runKernel("Dense", {x, weights, bias}) as tf.Tensor2D;
}

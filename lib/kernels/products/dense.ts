import * as tf from "@tensorflow/tfjs-core";

/**
 * A dense layer, x [.., ci] · weights [ci, co] + bias [co]. In one kernel, with another one for all of its gradients, where the back end has them: for a
 * small layer TF.js's own way is mostly reshapes.
 */
export function dense<Rank extends tf.Rank>(
  x: tf.Tensor<Rank>,
  weights: tf.Tensor2D,
  bias: tf.Tensor1D,
): tf.Tensor<Rank> {
  const isThere = tf.getKernel("Dense", tf.getBackend()) != null;
  const isPlain = x.size * weights.size > 0 && x.dtype === "float32";
  if (!isThere || !isPlain) return inRows(x, weights, bias);
  if (x.shape.at(-1) !== weights.shape[0] || bias.size !== weights.shape[1])
    throw new RangeError(
      `invalid weights: shape [${weights.shape}] (expected [${x.shape.at(-1)}, ${bias.size}])`,
    );
  return tf.engine().runKernel("Dense", {x, weights, bias}) as tf.Tensor<Rank>;
}

function inRows<Rank extends tf.Rank>(
  x: tf.Tensor<Rank>,
  weights: tf.Tensor2D,
  bias: tf.Tensor1D,
): tf.Tensor<Rank> {
  const multiply = (a: tf.Tensor): tf.Tensor =>
    tf.fused.matMul({a, b: weights, bias, activation: "linear"});
  if (x.rank === 2) return multiply(x) as tf.Tensor<Rank>;
  const y: tf.Tensor = tf.reshape(multiply(tf.reshape(x, [-1, weights.shape[0]])), [
    ...x.shape.slice(0, -1),
    weights.shape[1],
  ]);
  return y as tf.Tensor<Rank>;
}

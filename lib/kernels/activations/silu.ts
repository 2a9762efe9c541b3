import * as tf from "@tensorflow/tfjs-core";

/**
 * SiLU, also called swish (Elfwing, Uchibe & Doya, 2018): y = x sigmoid(x), any shape. One pass where the back end has the kernel, and as
 * many for its gradient.
 */
export function silu(x: tf.Tensor): tf.Tensor {
  const floats = tf.cast(x, "float32");
  const isThere = floats.size > 0 && tf.getKernel("Silu", tf.getBackend()) != null;
  if (!isThere) return tf.mul(floats, tf.sigmoid(floats));
  return tf.engine().runKernel("Silu", {x: floats}) as tf.Tensor;
}

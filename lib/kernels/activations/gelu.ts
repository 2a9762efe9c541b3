import * as tf from "@tensorflow/tfjs-core";

const [linear, cubic] = [2 * Math.sqrt(2 / Math.PI), 2 * Math.sqrt(2 / Math.PI) * 0.044715];

/**
 * GELU as Hendrycks & Gimpel, 2016, approximate it: y = x / 2 · (1 + tanh(√(2/π) (x + 0.044715 x³))), any shape. One pass where the back end
 * has the kernel, and as many for its gradient.
 */
export function gelu(x: tf.Tensor): tf.Tensor {
  const floats = tf.cast(x, "float32");
  const isThere = floats.size > 0 && tf.getKernel("Gelu", tf.getBackend()) != null;
  if (isThere) return tf.engine().runKernel("Gelu", {x: floats}) as tf.Tensor;
  const inside = modest(floats);
  // (1 + tanh u) / 2 is the sigmoid of 2u.
  return tf.mul(floats, tf.sigmoid(tf.mul(inside, bendOf(inside, cubic))));
}

/** Where the sigmoid is 0 or 1, so that x² is a number. */
function modest(x: tf.Tensor): tf.Tensor {
  return tf.clipByValue(x, -30, 30);
}

/** √(8/π) + c x² */
function bendOf(x: tf.Tensor, c: number): tf.Tensor {
  return tf.add(tf.mul(tf.square(x), c), linear);
}

/** dy (s + x s (1 - s) u'), u = √(8/π) x + c x³, s = sigmoid(u), of operations that have gradients. */
export function geluGradient(dy: tf.Tensor, x: tf.Tensor): tf.Tensor {
  const inside = modest(x);
  const s = tf.sigmoid(tf.mul(inside, bendOf(inside, cubic)));
  const slope = tf.mul(tf.mul(s, tf.sub(1, s)), tf.mul(inside, bendOf(inside, 3 * cubic)));
  return tf.mul(dy, tf.add(s, slope));
}

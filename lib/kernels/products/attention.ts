import * as tf from "@tensorflow/tfjs-core";
import {hasKernel, runKernels} from "../gradients/fused-gradient.js";

/** query [B, n, w], key and value [B, m, w] */
type Inputs = [query: tf.Tensor3D, key: tf.Tensor3D, value: tf.Tensor3D];

/**
 * Attention (Vaswani et al., 2017) of `heads` heads, each of which has the w / heads neighbouring numbers of its own of query [B, n, w], key and
 * value [B, m, w]:
 *
 *   y = softmax(query keyᵀ / sqrt(w / heads)) value, for each head        y [B, n, w]
 *
 * In one kernel, with another one for its gradient, where the back end has them.
 */
export function attention(
  query: tf.Tensor3D,
  key: tf.Tensor3D,
  value: tf.Tensor3D,
  heads: number,
): tf.Tensor3D {
  const [count, , width] = query.shape;
  if (!Number.isInteger(heads) || heads < 1 || width % heads !== 0)
    throw new RangeError(`invalid heads: ${heads} (expected a divisor of ${width} numbers)`);
  for (const [name, {shape}] of Object.entries({key, value}))
    if (!tf.util.arraysEqual(shape, [count, key.shape[1], width]))
      throw new RangeError(
        `invalid ${name}: shape [${shape}] (expected [${count}, ${key.shape[1]}, ${width}])`,
      );
  const isPlain = query.size * key.size > 0 && query.dtype === "float32";
  return tf.tidy(() => {
    const compute = hasKernel("Attention") && isPlain ? inOneKernel : ofParts;
    return compute([query, key, value], heads) as tf.Tensor3D;
  });
}

/** A kernel with several outputs would be handed gradients for all of them, whole arrays of zeros: so it stands within an operation with one. */
function inOneKernel(inputs: Inputs, heads: number): tf.Tensor {
  const operation = tf.customGrad((...args) => {
    const [query, key, value, save] = args as [...Inputs, tf.GradSaveFunc];
    const [y, look] = runKernels("Attention", {query, key, value}, {heads});
    save([query, key, value, look!]);
    return {
      value: y!,
      gradFunc: (dy, saved) => {
        const [query, key, value, look] = saved as [...Inputs, tf.Tensor];
        return runKernels("AttentionGrad", {dy, query, key, value, look}, {heads});
      },
    };
  });
  return operation(...inputs);
}

function ofParts(inputs: Inputs, heads: number): tf.Tensor {
  const [query, key, value] = inputs.map((each) => asHeads(each, heads)) as tf.Tensor4D[];
  const small = tf.mul(query!, 1 / Math.sqrt(query!.shape[3]!));
  const look = tf.softmax(tf.matMul(small, key!, false, true));
  return tf.reshape(tf.transpose(tf.matMul(look, value!), [0, 2, 1, 3]), inputs[0].shape);
}

/** [B, n, w] -> [B, heads, n, w / heads] */
function asHeads(x: tf.Tensor3D, heads: number): tf.Tensor {
  const [count, n, width] = x.shape;
  return tf.transpose(tf.reshape(x, [count, n, heads, width / heads]), [0, 2, 1, 3]);
}

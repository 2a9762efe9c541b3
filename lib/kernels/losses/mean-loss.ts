/** A loss averaged over a batch, whose kernel gives its gradient as well; TF.js's own wherever that isn't so. */
import * as tf from "@tensorflow/tfjs-core";

export interface MeanLoss {
  /** labels, logits -> the loss [] and its gradient with respect to the logits, of their shape. */
  readonly kernel: string;
  /** TF.js's. */
  stock(labels: tf.Tensor, logits: tf.Tensor): tf.Scalar;
  /** The gradient from operations that have one, for gradients of gradients: TF.js's loss has none there, or a wrong one. */
  gradient(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor;
}

/** One whose gradient with respect to the labels is the logits, times a number. */
export interface LinearLoss extends MeanLoss {
  slope(logits: tf.Tensor): number;
}

/** One workgroup computes the loss: more values are faster with more of them. */
const mostValues = 2 ** 16;

/** Only the logits are sure to have a gradient. */
export function meanLoss(loss: MeanLoss, labels: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  if (tf.engine().state.gradientDepth > 1) return twiceDifferentiable(loss, labels, logits);
  if (!canUse(loss.kernel, labels, logits)) return loss.stock(labels, logits);
  const fused = tf.customGrad((x, save) => {
    const [value, gradient] = computed(loss, labels, x as tf.Tensor);
    (save as tf.GradSaveFunc)([gradient]);
    return {value, gradFunc: (dy, saved) => tf.mul(dy, (saved as tf.Tensor[])[0]!)};
  });
  return fused(logits) as tf.Scalar;
}

/** Labels and logits have gradients; gradients of gradients are TF.js's. */
export function meanLossOfBoth(loss: LinearLoss, labels: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  if (tf.engine().state.gradientDepth > 1 || !canUse(loss.kernel, labels, logits))
    return loss.stock(labels, logits);
  const fused = tf.customGrad((z, x, save) => {
    const [value, gradient] = computed(loss, z as tf.Tensor, x as tf.Tensor);
    (save as tf.GradSaveFunc)([gradient, x as tf.Tensor]);
    return {
      value,
      gradFunc: (dy, saved) => {
        const [gradient, x] = saved as [tf.Tensor, tf.Tensor];
        return [tf.mul(x, tf.mul(dy, loss.slope(x))), tf.mul(dy, gradient)];
      },
    };
  });
  return fused(labels, logits) as tf.Scalar;
}

function computed(loss: MeanLoss, labels: tf.Tensor, logits: tf.Tensor): [tf.Scalar, tf.Tensor] {
  const inputs = {labels, logits};
  return tf.engine().runKernel(loss.kernel, inputs) as unknown as [tf.Scalar, tf.Tensor];
}

function twiceDifferentiable(loss: MeanLoss, labels: tf.Tensor, logits: tf.Tensor): tf.Scalar {
  const composed = tf.customGrad((x, save) => {
    (save as tf.GradSaveFunc)([x as tf.Tensor]);
    return {
      value: loss.stock(labels, x as tf.Tensor),
      gradFunc: (dy, saved) => tf.mul(dy, loss.gradient(labels, (saved as tf.Tensor[])[0]!)),
    };
  });
  return composed(logits) as tf.Scalar;
}

function canUse(kernel: string, labels: tf.Tensor, logits: tf.Tensor): boolean {
  const fits =
    logits.dtype === "float32" &&
    logits.size > 0 &&
    logits.size <= mostValues &&
    tf.util.arraysEqual(labels.shape, logits.shape);
  return fits && tf.getKernel(kernel, tf.getBackend()) != null;
}

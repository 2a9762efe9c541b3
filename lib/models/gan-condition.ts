/**
 * Whether, and how, a GAN is told the class y of a sample, one of k.
 *
 *   generator       G([z, onehot(y)])                  Mirza & Osindero, 2014, section 3.2
 *   discriminator   a(x, y) = w · phi(x) + v_y · phi(x)   the projection: Miyato & Koyama, 2018, section 3
 *
 * phi(x) is what the discriminator's last hidden layer makes of x. Its last layer is dense and gives k + 1 numbers, w · phi(x) and
 * v_1 · phi(x) ... v_k · phi(x), each with a bias; the logit is the first plus that of the class in question.
 */
import * as tf from "../tf.js";

export interface Condition {
  /** Inputs of the generator beside its random numbers. */
  readonly inputs: number;
  /** A batch as samples [B, ...] and, where classes are told, theirs as one-hot rows [B, k]. */
  parts(batch: tf.Tensor): {readonly samples: tf.Tensor; readonly asked?: tf.Tensor2D};
  /** What the generator is given for z [B, latentSize]. */
  input(z: tf.Tensor2D, asked: tf.Tensor2D | undefined): tf.Tensor2D;
  /** Logits [B, 1] from the discriminator's outputs. */
  logits(outputs: tf.Tensor, asked: tf.Tensor2D | undefined): tf.Tensor;
}

/** Nobody is told any class. A batch is its samples. */
export const unconditional: Condition = {
  inputs: 0,
  parts: (samples) => ({samples}),
  input: (z) => z,
  logits: (outputs) => outputs,
};

/** Both networks are told the class. A batch is [B, h · w · c + 1]: pixels, then the label, as labelled-batches.ts has it. */
export function onClasses(classes: number, shape: readonly [number, number, number]): Condition {
  const size = shape[0] * shape[1] * shape[2];
  return {
    inputs: classes,
    parts(batch) {
      const [count, width] = batch.shape as [number, number];
      if (width !== size + 1)
        throw new RangeError(`invalid batch: [${batch.shape}] ([B, ${size + 1}])`);
      const pixels = tf.slice(batch, [0, 0], [count, size]);
      const labels = tf.reshape(tf.slice(batch, [0, size], [count, 1]), [count]);
      return {
        samples: tf.reshape(pixels, [count, ...shape]),
        asked: tf.oneHot(tf.cast(labels, "int32"), classes, 1, 0, "float32") as tf.Tensor2D,
      };
    },
    input: (z, asked) => tf.concat2d([z, known(asked)], 1),
    logits(outputs, asked) {
      const [count] = outputs.shape as [number];
      const common = tf.slice(outputs, [0, 0], [count, 1]);
      const byClass = tf.slice(outputs, [0, 1], [count, classes]);
      return tf.add(common, tf.sum(tf.mul(byClass, known(asked)), 1, true));
    },
  };
}

function known(asked: tf.Tensor2D | undefined): tf.Tensor2D {
  if (!asked) throw new RangeError("missing classes: this GAN is told the class of every sample");
  return asked;
}

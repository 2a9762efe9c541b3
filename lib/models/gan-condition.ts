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

/** Samples [B, ...] in [-1, 1], with the class of each [B] where it is told. */
export type GanBatch = {readonly x: tf.Tensor; readonly label?: tf.Tensor};

export interface Condition {
  /** Inputs of the generator beside its random numbers. */
  readonly inputs: number;
  /** The classes of a batch as one-hot rows [B, k], where they are told. */
  asked(batch: GanBatch): tf.Tensor2D | undefined;
  /** The generator's input for z [B, latentSize]. */
  input(z: tf.Tensor2D, asked: tf.Tensor2D | undefined): tf.Tensor2D;
  /** Logits [B, 1] from the discriminator's outputs. */
  logits(outputs: tf.Tensor, asked: tf.Tensor2D | undefined): tf.Tensor;
}

/** Nobody is told any class. */
export const unconditional: Condition = {
  inputs: 0,
  asked: () => undefined,
  input: (z) => z,
  logits: (outputs) => outputs,
};

/** Both networks are told the class. */
export function onClasses(classes: number): Condition {
  return {
    inputs: classes,
    asked: ({label}) => tf.oneHot(known(label), classes, 1, 0, "float32") as tf.Tensor2D,
    input: (z, asked) => tf.concat2d([z, known(asked)], 1),
    logits(outputs, asked) {
      const [count] = outputs.shape as [number];
      const common = tf.slice(outputs, [0, 0], [count, 1]);
      const byClass = tf.slice(outputs, [0, 1], [count, classes]);
      return tf.add(common, tf.sum(tf.mul(byClass, known(asked)), 1, true));
    },
  };
}

function known<T extends tf.Tensor>(classes: T | undefined): T {
  if (!classes) throw new RangeError("missing classes: this GAN is told the class of every sample");
  return classes;
}

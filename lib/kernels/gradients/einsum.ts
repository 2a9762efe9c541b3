/**
 * The gradient of Einstein's sums, which TF.js has not (4.22): with y[C] = sum of a[A] · b[B],
 *
 *   da[A] = sum over the labels that are not in A of dy[C] · b[B]
 *
 * the same along the axes of a that y was summed over and b does not have.
 */
import * as tf from "@tensorflow/tfjs-core";

export const einsumGradient: tf.GradConfig = {
  kernelName: "Einsum",
  saveAllInputs: true,
  gradFunc(dy, saved, attrs) {
    const equation = String(attrs.equation).replaceAll(/\s/g, "");
    const [left, output] = equation.split("->") as [string, string];
    const terms = left.split(",");
    const gradient = (i: number) => {
      const others = terms.flatMap((term, j) => (j === i ? [] : [{term, tensor: saved[j]!}]));
      const factors = [{term: output, tensor: dy as tf.Tensor}, ...others];
      return alongAll(terms[i]!, saved[i]!, factors);
    };
    return Object.fromEntries(terms.map((_, i) => [i, () => gradient(i)]));
  },
};

/** The product of `factors`, in the axes of `x`, called `term`. */
function alongAll(
  term: string,
  x: tf.Tensor,
  factors: readonly {readonly term: string; readonly tensor: tf.Tensor}[],
): tf.Tensor {
  const known = new Set(factors.map((factor) => factor.term).join(""));
  const inputs = factors.map((factor) => factor.term).join(",");
  const kept = [...term].filter((label) => known.has(label)).join("");
  const sum = tf.einsum(`${inputs}->${kept}`, ...factors.map(({tensor}) => tensor));
  const sides = [...term].map((label, axis) => (known.has(label) ? x.shape[axis]! : 1));
  return tf.broadcastTo(tf.reshape(sum, sides), x.shape);
}

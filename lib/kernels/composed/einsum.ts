/**
 * Einstein's sums of one or two tensors, y[C] = sum over all labels not in C of a[A] · b[B], as a product of matrices: labels of both and of C number
 * the matrices, labels of both alone are summed, the others are rows and columns. TF.js's wasm back end has no such kernel (4.22), and
 * its cpu back end makes the whole of a · b first.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";

export const einsum: Kernel = {
  name: "Einsum",
  make: () => (args) => {
    const operands = Object.values(args.inputs) as tf.Tensor[];
    const {equation} = args.attrs as unknown as {readonly equation: string};
    return tf.tidy(() => summed(operands, equation));
  },
};

/** A tensor with a letter for each of its axes. */
interface Labelled {
  readonly tensor: tf.Tensor;
  readonly labels: readonly string[];
}

function summed(operands: readonly tf.Tensor[], equation: string): tf.Tensor {
  const {terms, output} = checked(operands, equation);
  const [a, b] = operands.map((tensor, i) =>
    without({tensor, labels: terms[i]!}, [...output, ...terms.filter((_, j) => j !== i).flat()]),
  );
  return inOrder(b ? product(a!, b, output) : a!, output);
}

/** The letters of an equation, if TF.js knows its like and the tensors fit. */
function checked(operands: readonly tf.Tensor[], equation: string) {
  const {allDims, idDims} = tf.backend_util.decodeEinsumEquation(equation, operands.length);
  const [left, right] = equation.replaceAll(/\s/g, "").split("->") as [string, string];
  const terms = left.split(",").map((term) => [...term]);
  for (const [i, {shape}] of operands.entries())
    tf.util.assert(
      shape.length === terms[i]!.length,
      () =>
        `Error in einsum: ${equation} has ${terms[i]!.length} axes where a tensor has [${shape}]`,
    );
  tf.util.assert(
    new Set(right).size === right.length,
    () => `Error in einsum: ${equation} names an axis of the result twice`,
  );
  tf.backend_util.checkEinsumDimSizes(allDims.length, idDims, [...operands]);
  return {terms, output: [...right]};
}

/** Summed over the axes that none of the `others` has. */
function without({tensor, labels}: Labelled, others: readonly string[]): Labelled {
  const axes = labels.flatMap((label, axis) => (others.includes(label) ? [] : [axis]));
  if (axes.length === 0) return {tensor, labels};
  return {
    tensor: tf.sum(tensor, axes),
    labels: labels.filter((label) => others.includes(label)),
  };
}

function product(a: Labelled, b: Labelled, output: readonly string[]): Labelled {
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const batch = shared.filter((label) => output.includes(label));
  const inner = shared.filter((label) => !output.includes(label));
  const rows = a.labels.filter((label) => !shared.includes(label));
  const columns = b.labels.filter((label) => !shared.includes(label));
  const sizes = new Map(
    [a, b].flatMap(({tensor, labels}) =>
      labels.map((label, axis) => [label, tensor.shape[axis]!] as const),
    ),
  );
  const shapeOf = (labels: readonly string[]) => labels.map((label) => sizes.get(label)!);
  const matrices = (of: Labelled, first: readonly string[], second: readonly string[]) =>
    tf.reshape(
      inOrder(of, [...batch, ...first, ...second]),
      [batch, first, second].map((labels) => tf.util.sizeFromShape(shapeOf(labels))),
    );
  const y = tf.matMul(matrices(a, rows, inner), matrices(b, inner, columns));
  const labels = [...batch, ...rows, ...columns];
  return {tensor: tf.reshape(y, shapeOf(labels)), labels};
}

function inOrder({tensor, labels}: Labelled, wanted: readonly string[]): tf.Tensor {
  const order = wanted.map((label) => labels.indexOf(label));
  return order.every((from, to) => from === to) ? tf.clone(tensor) : tf.transpose(tensor, order);
}

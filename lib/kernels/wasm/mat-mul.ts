/** Matrix products [.., m, k] · [.., k, n] -> [.., m, n], either argument transposed; alone, or with bias and activation. */
import * as tf from "@tensorflow/tfjs-core";
import {biasOf, type FusedAttributes, useActivation} from "./epilogue.js";
import type {Heap} from "./heap.js";
import {areFloats, isEmpty, wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
  readonly bias?: tf.TensorInfo;
  readonly preluActivationWeights?: tf.TensorInfo;
}

interface Attributes extends FusedAttributes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

export const batchMatMul = wasmKernel<Inputs, Attributes>("BatchMatMul", multiply);
export const fusedMatMul = wasmKernel<Inputs, Attributes>("_FusedMatMul", multiply);

/** A plain product of fewer rows than a tile has is as fast, or faster, where TF.js does it. */
const leastRows = 4;

function multiply(
  heap: Heap,
  {
    inputs: {a, b, bias: given, preluActivationWeights: alpha},
    attrs,
  }: {inputs: Inputs; attrs: Attributes},
): tf.TensorInfo | undefined {
  const {transposeA, transposeB} = attrs;
  tf.util.assert(
    Math.min(a.shape.length, b.shape.length) >= 2,
    () => `Error in matMul: inputs must have rank 2 or more, got shapes ${a.shape} and ${b.shape}.`,
  );
  const [m, k] = sides(a, transposeA);
  const [inner, n] = sides(b, transposeB);
  tf.util.assert(
    k === inner,
    () =>
      `Error in matMul: inner shapes (${k}) and (${inner}) of Tensors with shapes ${a.shape} and ` +
      `${b.shape} and transposeA=${transposeA} and transposeB=${transposeB} must match.`,
  );
  const bias = biasOf(heap, given, n);
  if (!areFloats(a, b) || bias === undefined) return undefined;
  const isTheirs = !transposeA && !transposeB && m * k * n > 0 && (!given || isRow(given, n));
  if (m < leastRows && isTheirs) return undefined;
  const finish = useActivation(heap, attrs, alpha);
  if (!finish) return undefined;
  const batches = [a, b].map(({shape}) => tf.util.sizeFromShape(shape.slice(0, -2)));
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(
    a.shape.slice(0, -2),
    b.shape.slice(0, -2),
  );
  const count = tf.util.sizeFromShape(outer);
  // Beyond "one for all" and "one for each", TF.js's own kernel knows which matrix meets which.
  if (batches.some((batch) => batch !== 1 && batch !== count)) return undefined;
  const c = heap.output([...outer, m, n]);
  if (isEmpty(c)) return c;
  const [aStep, bStep] = batches.map((batch, i) => (batch === 1 ? 0 : 4 * k * (i === 0 ? m : n)));
  for (let i = 0; i < count; i++)
    multiplyRows(heap, {
      a: heap.at(a) + i * aStep!,
      aSteps: strides(m, k, transposeA),
      b: heap.at(b) + i * bStep!,
      bSteps: strides(k, n, transposeB),
      c: heap.at(c) + 4 * i * m * n,
      sides: [m, n, k],
      bias,
    });
  return finish(c);
}

/** A product of matrices where they lie; steps are bytes from row to row and from column to column. */
export interface Product {
  readonly a: number;
  readonly aSteps: readonly [number, number];
  readonly b: number;
  readonly bSteps: readonly [number, number];
  readonly c: number;
  readonly sides: readonly [m: number, n: number, k: number];
  readonly bias: number;
}

export function multiplyRows(heap: Heap, {a, aSteps, b, bSteps, c, sides, bias}: Product): void {
  const [m, n, k] = sides;
  heap.inParts("multiply", m * n * k, m, ({first, count}) => [
    ...([a + first * aSteps[0], ...aSteps, b, ...bSteps] as const),
    ...([c + 4 * first * n, count, n, k, bias] as const),
  ]);
}

/** The one shape of a bias that TF.js's own kernel knows. */
function isRow({shape}: tf.TensorInfo, columns: number): boolean {
  return shape.length === 1 && shape[0] === columns;
}

function sides({shape}: tf.TensorInfo, isTransposed: boolean): [rows: number, columns: number] {
  const [rows, columns] = shape.slice(-2) as [number, number];
  return isTransposed ? [columns, rows] : [rows, columns];
}

/** Bytes from row to row and from column to column of a matrix that is stored whole, or on its side. */
function strides(rows: number, columns: number, isTransposed: boolean): [number, number] {
  return isTransposed ? [4, 4 * rows] : [4 * columns, 4];
}

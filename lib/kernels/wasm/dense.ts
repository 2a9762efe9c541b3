/**
 * A dense layer and its gradients: one product of rows with a small matrix, and two.
 *
 *   Dense      x [.., ci], weights [ci, co], bias [co] -> x · weights + bias [.., co]
 *   DenseGrad  dy, x, weights -> dx, dweights, dbias
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {useActivation} from "./epilogue.js";
import {multiplyRows} from "./mat-mul.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

type Inputs<Name extends string> = Readonly<Record<Name, tf.TensorInfo>>;

export const denses: readonly Kernel[] = [
  wasmKernel<Inputs<"x" | "weights" | "bias">>("Dense", (heap, {inputs: {x, weights, bias}}) => {
    if (!areFloats(x, weights, bias)) return undefined;
    const [n, ci, co] = sizesOf(x, weights);
    const y = heap.output([...x.shape.slice(0, -1), co]);
    useActivation(heap, {});
    multiplyRows(heap, {
      ...{a: heap.at(x), aSteps: [4 * ci, 4], b: heap.at(weights), bSteps: [4 * co, 4]},
      ...{c: heap.at(y), sides: [n, co, ci], bias: heap.at(bias)},
    });
    return y;
  }),
  wasmKernel<Inputs<"dy" | "x" | "weights">>("DenseGrad", (heap, {inputs: {dy, x, weights}}) => {
    if (!areFloats(dy, x, weights)) return undefined;
    const [n, ci, co] = sizesOf(x, weights);
    const [dx, dweights, dbias] = [x.shape, weights.shape, [co]].map((shape) => heap.output(shape));
    useActivation(heap, {});
    multiplyRows(heap, {
      ...{a: heap.at(dy), aSteps: [4 * co, 4], b: heap.at(weights), bSteps: [4, 4 * co]},
      ...{c: heap.at(dx!), sides: [n, ci, co], bias: 0},
    });
    multiplyRows(heap, {
      ...{a: heap.at(x), aSteps: [4, 4 * ci], b: heap.at(dy), bSteps: [4 * co, 4]},
      ...{c: heap.at(dweights!), sides: [ci, co, n], bias: 0},
    });
    heap.run.sumMiddle(heap.at(dy), 1, n, co, 1, heap.at(dbias!));
    return [dx!, dweights!, dbias!];
  }),
];

function sizesOf(x: tf.TensorInfo, weights: tf.TensorInfo): [n: number, ci: number, co: number] {
  const [ci, co] = weights.shape as [number, number];
  return [tf.util.sizeFromShape(x.shape) / ci, ci, co];
}

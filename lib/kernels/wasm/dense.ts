/**
 * A dense layer and its gradients: one product of rows with a small matrix, and two.
 *
 *   Dense      x [n, ci], weights [ci, co], bias [co] -> x · weights + bias [n, co]
 *   DenseGrad  dy, x, weights -> dx, dweights, dbias
 */
import type * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {useActivation} from "./epilogue.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

type Inputs<Name extends string> = Readonly<Record<Name, tf.TensorInfo>>;

export const denses: readonly Kernel[] = [
  wasmKernel<Inputs<"x" | "weights" | "bias">>("Dense", (heap, {inputs: {x, weights, bias}}) => {
    if (!areFloats(x, weights, bias)) return undefined;
    const [n, ci, co] = sizesOf(x, weights);
    const y = heap.output([n, co]);
    useActivation(heap, {});
    heap.run.multiply(
      ...([heap.at(x), 4 * ci, 4, heap.at(weights), 4 * co, 4] as const),
      ...([heap.at(y), n, co, ci, heap.at(bias)] as const),
    );
    return y;
  }),
  wasmKernel<Inputs<"dy" | "x" | "weights">>("DenseGrad", (heap, {inputs: {dy, x, weights}}) => {
    if (!areFloats(dy, x, weights)) return undefined;
    const [n, ci, co] = sizesOf(x, weights);
    const [dx, dweights, dbias] = [x.shape, weights.shape, [co]].map((shape) => heap.output(shape));
    useActivation(heap, {});
    heap.run.multiply(
      ...([heap.at(dy), 4 * co, 4, heap.at(weights), 4, 4 * co] as const),
      ...([heap.at(dx!), n, ci, co, 0] as const),
    );
    heap.run.multiply(
      ...([heap.at(x), 4, 4 * ci, heap.at(dy), 4 * co, 4] as const),
      ...([heap.at(dweights!), ci, co, n, 0] as const),
    );
    heap.run.sumMiddle(heap.at(dy), 1, n, co, 1, heap.at(dbias!));
    return [dx!, dweights!, dbias!];
  }),
];

function sizesOf(x: tf.TensorInfo, weights: tf.TensorInfo): [n: number, ci: number, co: number] {
  return [x.shape[0]!, x.shape[1]!, weights.shape[1]!];
}

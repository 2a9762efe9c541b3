/** Functions of one value, any shape. Of Relu, Elu and Sigmoid TF.js's own kernels are as fast, and as reproducible. */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import type {Heap} from "./heap.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
}

interface Attributes {
  readonly alpha: number;
}

/** Writes f of `count` values from `x` on to `y`. */
type Compute = (
  run: Heap["run"],
  x: number,
  count: number,
  y: number,
  attributes: Attributes,
) => void;

export const activations: readonly Kernel[] = [
  activation("Relu6", (run, x, count, y) => run.relu6(x, count, y)),
  activation("LeakyRelu", (run, x, count, y, {alpha}) => run.leakyRelu(x, count, y, alpha)),
  activation("Selu", (run, x, count, y) => run.selu(x, count, y)),
  activation("Silu", (run, x, count, y) => run.silu(x, count, y)),
  activation("Gelu", (run, x, count, y) => run.gelu(x, count, y)),
  activation("Tanh", (run, x, count, y) => run.tanh(x, count, y)),
  activation("Softplus", (run, x, count, y) => run.softplus(x, count, y)),
  activation("Exp", (run, x, count, y) => run.exp(x, count, y)),
  activation("Log", (run, x, count, y) => run.log(x, count, y)),
];

function activation(name: string, compute: Compute): Kernel {
  return wasmKernel<Inputs, Attributes>(name, (heap, {inputs: {x}, attrs}) => {
    if (!areFloats(x)) return undefined;
    const y = heap.output(x.shape);
    compute(heap.run, heap.at(x), tf.util.sizeFromShape(x.shape), heap.at(y), attrs);
    return y;
  });
}

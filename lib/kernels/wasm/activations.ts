/** Functions of one value, any shape. Relu is not among them: TF.js's own is as fast as memory is. */
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
  activation("Elu", (run, x, count, y) => run.elu(x, count, y)),
  activation("Selu", (run, x, count, y) => run.selu(x, count, y)),
  activation("Sigmoid", (run, x, count, y) => run.sigmoid(x, count, y)),
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

/**
 * Functions of one value, any shape. Of Elu and Sigmoid TF.js's own kernels are as fast, and as reproducible; its clipByValue makes a number of NaN.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import type {Exports} from "./binary.js";
import {computeByValue, exponentialWork, passWork} from "./by-value.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
}

interface Attributes {
  readonly alpha: number;
  readonly clipValueMin: number;
  readonly clipValueMax: number;
}

/** How a compiled function is called that writes f of `count` values from `x` on to `y`. */
type Values<Name extends keyof Exports> = (
  x: number,
  count: number,
  y: number,
  attributes: Attributes,
) => Parameters<Exports[Name]>;

const plain = (x: number, count: number, y: number): [number, number, number] => [x, count, y];

export const activations: readonly Kernel[] = [
  activation("Relu", "relu", passWork, plain),
  activation("Relu6", "relu6", passWork, plain),
  activation("LeakyRelu", "leakyRelu", passWork, (...[x, count, y, {alpha}]) => [
    ...plain(x, count, y),
    alpha,
  ]),
  activation("ClipByValue", "clip", passWork, (...[x, count, y, {clipValueMin, clipValueMax}]) => [
    ...plain(x, count, y),
    clipValueMin,
    clipValueMax,
  ]),
  activation("Selu", "selu", exponentialWork, plain),
  activation("Silu", "silu", exponentialWork, plain),
  activation("Gelu", "gelu", exponentialWork, plain),
  activation("Tanh", "tanh", exponentialWork, plain),
  activation("Softplus", "softplus", exponentialWork, plain),
  activation("Exp", "exp", exponentialWork, plain),
  activation("Log", "log", exponentialWork, plain),
];

function activation<Name extends keyof Exports>(
  kernel: string,
  name: Name,
  work: number,
  values: Values<Name>,
): Kernel {
  return wasmKernel<Inputs, Attributes>(kernel, (heap, {inputs: {x}, attrs}) => {
    if (!areFloats(x)) return undefined;
    const y = heap.output(x.shape);
    const [from, to] = [heap.at(x), heap.at(y)];
    const all = {count: tf.util.sizeFromShape(x.shape), work};
    computeByValue(heap, name, all, (count, skip) => values(from + skip, count, to + skip, attrs));
    return y;
  });
}

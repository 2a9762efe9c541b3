/**
 * Gradients of the activations and of the square, dy and x (or y, the activation of x) of one shape -> dx of that shape. EluGrad is TF.js's; the
 * other names are TensorFlow's.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import type {Exports} from "./binary.js";
import {computeByValue, exponentialWork, passWork} from "./by-value.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

interface Attributes {
  readonly alpha: number;
}

/** How a compiled function is called that writes `count` values to `dx`; `v` is what the gradient is a function of, x or y. */
type Values<Name extends keyof Exports> = (
  dy: number,
  v: number,
  count: number,
  dx: number,
  attributes: Attributes,
) => Parameters<Exports[Name]>;

type Plain = [number, number, number, number];

const plain = (dy: number, v: number, count: number, dx: number): Plain => [dy, v, count, dx];

export const activationGradients: readonly Kernel[] = [
  gradient("ReluGrad", "x", "reluGradient", passWork, plain),
  gradient("Relu6Grad", "x", "relu6Gradient", passWork, plain),
  gradient(
    "LeakyReluGrad",
    "x",
    "leakyReluGradient",
    passWork,
    (...[dy, x, count, dx, {alpha}]) => [...plain(dy, x, count, dx), alpha],
  ),
  gradient("EluGrad", "y", "eluGradient", passWork, plain),
  gradient("SeluGrad", "x", "seluGradient", exponentialWork, plain),
  gradient("SiluGrad", "x", "siluGradient", exponentialWork, plain),
  gradient("GeluGrad", "x", "geluGradient", exponentialWork, plain),
  gradient("SigmoidGrad", "y", "sigmoidGradient", passWork, plain),
  gradient("TanhGrad", "y", "tanhGradient", passWork, plain),
  gradient("SquareGrad", "x", "squareGradient", passWork, plain),
  gradient("SoftplusGrad", "x", "softplusGradient", exponentialWork, plain),
];

function gradient<Name extends keyof Exports>(
  kernel: string,
  by: "x" | "y",
  name: Name,
  work: number,
  values: Values<Name>,
): Kernel {
  return wasmKernel<Readonly<Record<string, tf.TensorInfo>>, Attributes>(
    kernel,
    (heap, {inputs, attrs}) => {
      const dy = inputs.dy!;
      const v = inputs[by]!;
      tf.util.assertShapesMatch(dy.shape, v.shape, `Error in ${kernel}: `);
      if (!areFloats(dy, v)) return undefined;
      const dx = heap.output(v.shape);
      const [given, from, to] = [heap.at(dy), heap.at(v), heap.at(dx)];
      const all = {count: tf.util.sizeFromShape(v.shape), work};
      computeByValue(heap, name, all, (count, skip) =>
        values(given + skip, from + skip, count, to + skip, attrs),
      );
      return dx;
    },
  );
}

/**
 * Gradients of the activations and of the square, dy and x (or y, the activation of x) of one shape -> dx of that shape. EluGrad is TF.js's; the
 * other names are TensorFlow's.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import type {Heap} from "./heap.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

interface Attributes {
  readonly alpha: number;
}

/** Writes `count` values to `dx`; `v` is what the gradient is a function of, x or y. */
type Compute = (
  run: Heap["run"],
  dy: number,
  v: number,
  count: number,
  dx: number,
  attributes: Attributes,
) => void;

export const activationGradients: readonly Kernel[] = [
  gradient("ReluGrad", "x", (run, dy, x, count, dx) => run.reluGradient(dy, x, count, dx)),
  gradient("Relu6Grad", "x", (run, dy, x, count, dx) => run.relu6Gradient(dy, x, count, dx)),
  gradient("LeakyReluGrad", "x", (run, dy, x, count, dx, {alpha}) =>
    run.leakyReluGradient(dy, x, count, dx, alpha),
  ),
  gradient("EluGrad", "y", (run, dy, y, count, dx) => run.eluGradient(dy, y, count, dx)),
  gradient("SeluGrad", "x", (run, dy, x, count, dx) => run.seluGradient(dy, x, count, dx)),
  gradient("SiluGrad", "x", (run, dy, x, count, dx) => run.siluGradient(dy, x, count, dx)),
  gradient("GeluGrad", "x", (run, dy, x, count, dx) => run.geluGradient(dy, x, count, dx)),
  gradient("SigmoidGrad", "y", (run, dy, y, count, dx) => run.sigmoidGradient(dy, y, count, dx)),
  gradient("TanhGrad", "y", (run, dy, y, count, dx) => run.tanhGradient(dy, y, count, dx)),
  gradient("SquareGrad", "x", (run, dy, x, count, dx) => run.squareGradient(dy, x, count, dx)),
  gradient("SoftplusGrad", "x", (run, dy, x, count, dx) => run.softplusGradient(dy, x, count, dx)),
];

function gradient(name: string, by: "x" | "y", compute: Compute): Kernel {
  return wasmKernel<Readonly<Record<string, tf.TensorInfo>>, Attributes>(
    name,
    (heap, {inputs, attrs}) => {
      const dy = inputs.dy!;
      const v = inputs[by]!;
      tf.util.assertShapesMatch(dy.shape, v.shape, `Error in ${name}: `);
      if (!areFloats(dy, v)) return undefined;
      const dx = heap.output(v.shape);
      const count = tf.util.sizeFromShape(v.shape);
      compute(heap.run, heap.at(dy), heap.at(v), count, heap.at(dx), attrs);
      return dx;
    },
  );
}

/**
 * Gradients of the activations, dy and x (or y, the activation of x) of one shape -> dx of that shape: one dispatch each. EluGrad
 * is TF.js's. Where x is NaN, so is the gradient.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {webgpuKernel} from "./webgpu-kernel.js";

export const activationGradients: readonly Kernel[] = [
  gradient("ReluGrad", "x", "g * slope(v, v > 0.0, 0.0)"),
  gradient("Relu6Grad", "x", "g * slope(v, v > 0.0 && v <= 6.0, 0.0)"),
  gradient("LeakyReluGrad", "x", "g * slope(v, v > 0.0, uniforms.alpha)"),
  gradient("SeluGrad", "x", "g * select(1.7580993408473768 * exp(v), 1.0507009873554805, v > 0.0)"),
  gradient("SigmoidGrad", "y", "g * (v * (1.0 - v))"),
  gradient("TanhGrad", "y", "(1.0 - v * v) * g"),
  gradient("SoftplusGrad", "x", "g / (1.0 + exp(-v))"),
];

/** The bits tell NaN, because WGSL lets a driver take it for granted that there is none. */
const slope = `
fn slope(x: f32, isInside: bool, outside: f32) -> f32 {
  let isNaN = (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u;
  return select(select(outside, 1.0, isInside), x, isNaN);
}`;

/** `expression` is dx, in WGSL, given g, which is dy, and v, which is what the gradient is a function of, x or y. */
function gradient(name: string, by: "x" | "y", expression: string): Kernel {
  return webgpuKernel(name, ({inputs, attrs}) => {
    const dy = inputs.dy!;
    const v = inputs[by]!;
    tf.util.assertShapesMatch(dy.shape, v.shape, `Error in ${name}: `);
    return {
      key: name,
      outputs: [{name: "dx", shape: v.shape}],
      inputs: [
        {name: "dy", tensor: dy},
        {name: "by", tensor: v},
      ],
      floats: {alpha: (attrs?.alpha as number | undefined) ?? 0},
      code: `${slope}
fn main(i: i32) {
  let g = dy(i);
  let v = by(i);
  dx[i] = ${expression};
}`,
      count: tf.util.sizeFromShape(v.shape),
    };
  });
}

/**
 * Gradients of the activations, dy and x (or y, the activation of x) of one shape -> dx of that shape: one dispatch each. EluGrad
 * is TF.js's. Where x is NaN, so is the gradient. With the attribute `hasBias` the sums of dx over all axes but the last come with it,
 * for the gradient of the bias.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {channelsOf, columnsOf, named} from "./channels.js";
import {columnSums} from "./column-sums.js";
import {rememberSums} from "./known-sums.js";
import {type Program, runProgram} from "./program.js";
import {kernelOf} from "./webgpu-kernel.js";

/** The bits tell NaN, because WGSL lets a driver take it for granted that there is none. */
const slope = `
fn slope(x: f32, isInside: bool, outside: f32) -> f32 {
  let isNaN = (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u;
  return select(select(outside, 1.0, isInside), x, isNaN);
}
fn siluSlope(x: f32) -> f32 {
  let s = 1.0 / (1.0 + exp(-x));
  return s * (1.0 + x * (1.0 - s));
}
fn geluSlope(x: f32) -> f32 {
  let v = clamp(x, -30.0, 30.0);
  let s = 1.0 / (1.0 + exp(-v * (1.5957691216057308 + 0.07135481627260025 * v * v)));
  return s + v * (s * (1.0 - s)) * (1.5957691216057308 + 0.21406444881780074 * v * v);
}`;

export const activationGradients: readonly Kernel[] = [
  gradient("ReluGrad", "x", "g * slope(v, v > 0.0, 0.0)"),
  gradient("Relu6Grad", "x", "g * slope(v, v > 0.0 && v <= 6.0, 0.0)"),
  gradient("LeakyReluGrad", "x", "g * slope(v, v > 0.0, uniforms.alpha)"),
  gradient("SeluGrad", "x", "g * select(1.7580993408473768 * exp(v), 1.0507009873554805, v > 0.0)"),
  gradient("SiluGrad", "x", "g * siluSlope(v)"),
  gradient("GeluGrad", "x", "g * geluSlope(v)"),
  gradient("SigmoidGrad", "y", "g * (v * (1.0 - v))"),
  gradient("TanhGrad", "y", "(1.0 - v * v) * g"),
  gradient("SoftplusGrad", "x", "g / (1.0 + exp(-v))"),
];

/** Fewer columns keep too few threads busy to take the sums along. */
const fewestChannels = 8;

/** `expression` is dx, in WGSL, given g, which is dy, and v, which is what the gradient is a function of, x or y. */
function gradient(name: string, by: "x" | "y", expression: string): Kernel {
  const code = `${slope}
fn gradient(i: i32) -> f32 {
  let g = dy(i);
  let v = by(i);
  let result = ${expression};
  dx[i] = result;
  return result;
}`;
  return kernelOf(name, ({inputs, attrs}, backend) => {
    const v = inputs[by]!;
    tf.util.assertShapesMatch(inputs.dy!.shape, v.shape, `Error in ${name}: `);
    const isSummed = Boolean(attrs?.hasBias) && channelsOf(v) >= fewestChannels;
    const [dx, sums] = runProgram(backend, {
      key: name,
      inputs: named({dy: inputs.dy!, by: v}, ["dy", "by"]),
      outputs: [{name: "dx", shape: v.shape}],
      floats: {alpha: (attrs?.alpha as number | undefined) ?? 0},
      ...(isSummed ? together(name, code, v) : oneByOne(code, v)),
    });
    if (!sums) return dx;
    rememberSums(dx!, sums);
    return [dx!, sums];
  });
}

function oneByOne(code: string, {shape}: tf.TensorInfo): Pick<Program, "code" | "count"> {
  return {
    code: `${code}
fn main(i: i32) { _ = gradient(i); }`,
    count: tf.util.sizeFromShape(shape),
  };
}

/** With the sums over all axes but the last. */
function together(name: string, code: string, v: tf.TensorInfo) {
  const {variant, ...parts} = columnSums(columnsOf(v), [["gradient(i)"]], "sums[o] = sums0[0];");
  return {
    key: `${name} and sums ${variant}`,
    outputs: [
      {name: "dx", shape: v.shape},
      {name: "sums", shape: [channelsOf(v)]},
    ],
    ...parts,
    code: code + parts.code,
  };
}

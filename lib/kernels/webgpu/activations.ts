/** Activations that TF.js lacks, y = x · sigmoid(u): one dispatch each. Their gradients are in activation-gradients.ts. */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {named} from "./channels.js";
import {webgpuKernel} from "./webgpu-kernel.js";

export const activations: readonly Kernel[] = [
  activation("Silu", "v"),
  activation("Gelu", "v * (1.5957691216057308 + 0.07135481627260025 * v * v)"),
];

/** `u` in WGSL, of v, which is x. */
function activation(name: string, u: string): Kernel {
  return webgpuKernel(name, ({inputs}) => {
    const {shape} = inputs.x!;
    return {
      key: name,
      inputs: named(inputs, ["x"]),
      outputs: [{name: "y", shape}],
      code: `fn main(i: i32) {
  let v = x(i);
  y[i] = v / (1.0 + exp(-(${u})));
}`,
      count: tf.util.sizeFromShape(shape),
    };
  });
}

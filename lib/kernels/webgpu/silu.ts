/** SiLU, y = x / (1 + e^-x): one dispatch. Its gradient is among activation-gradients.ts. */
import * as tf from "@tensorflow/tfjs-core";
import {named} from "./channels.js";
import {webgpuKernel} from "./webgpu-kernel.js";

export const silu = webgpuKernel("Silu", ({inputs}) => {
  const {shape} = inputs.x!;
  return {
    key: "Silu",
    inputs: named(inputs, ["x"]),
    outputs: [{name: "y", shape}],
    code: "fn main(i: i32) { y[i] = x(i) / (1.0 + exp(-x(i))); }",
    count: tf.util.sizeFromShape(shape),
  };
});

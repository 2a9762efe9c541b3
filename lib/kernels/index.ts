import * as tf from "../tf.js";
import {batchMatMul} from "./batch-mat-mul.js";
import {conv2dBackpropFilter} from "./conv2d-backprop-filter.js";
import {conv2dBackpropInput} from "./conv2d-backprop-input.js";
import type {Kernel} from "./kernel.js";
import {leakyRelu, leakyReluGradient} from "./leaky-relu.js";
import {sum} from "./sum.js";
import {tile} from "./tile.js";

const kernels: readonly Kernel[] = [
  conv2dBackpropFilter,
  conv2dBackpropInput,
  batchMatMul,
  sum,
  tile,
  leakyRelu,
];

const installed = new Map<string, tf.KernelFunc>();

/**
 * Lets any TF.js program train on the wasm back end, convolutions too: registers the kernels TF.js lacks there and
 * replaces those that are slow. Call it after `@tensorflow/tfjs-backend-wasm` has been imported and before the first
 * training step; without that back end it does nothing. Calling it again is harmless.
 */
export async function installKernels(): Promise<void> {
  if (!tf.getKernel("Conv2D", "wasm")) return;
  for (const kernel of kernels) install(kernel);
  tf.registerGradient(leakyReluGradient);
}

function install({name, make}: Kernel): void {
  const stock = tf.getKernel(name, "wasm") as tf.KernelConfig | undefined;
  if (stock && stock.kernelFunc === installed.get(name)) return;
  const kernelFunc = make(stock?.kernelFunc);
  if (stock) tf.unregisterKernel(name, "wasm");
  // The stock set-up stays, because the cases left to the stock kernel need it.
  tf.registerKernel({...stock, kernelName: name, backendName: "wasm", kernelFunc});
  installed.set(name, kernelFunc);
}

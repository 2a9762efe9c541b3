import * as tf from "@tensorflow/tfjs-core";
import {composedKernels} from "./composed/index.js";
import {leakyReluGradient} from "./composed/leaky-relu.js";
import {registerFusedGradient} from "./gradients/fused-gradient.js";
import {fusedGradients} from "./gradients/index.js";
import type {Kernel} from "./kernel.js";
import {compileKernels} from "./wasm/heap.js";
import {wasmKernels} from "./wasm/index.js";
import {webgpuKernels} from "./webgpu/index.js";

const installed = new Map<string, tf.KernelFunc>();

/**
 * Lets any TF.js program train faster, and on the wasm back end train convolutions at all: registers the kernels that
 * TF.js lacks and replaces those that are slow, on whichever of the wasm and WebGPU back ends have been imported. Call it
 * before the first training step; calling it again, after another back end was imported, is harmless. It never rejects:
 * where WebAssembly SIMD is missing it warns and registers what can be put together from TF.js's own kernels.
 */
export async function installKernels(): Promise<void> {
  if (tf.getKernel("Conv2D", "wasm")) {
    for (const kernel of composedKernels) install(kernel, "wasm");
    tf.registerGradient(leakyReluGradient);
    if (await canCompile()) for (const kernel of wasmKernels) install(kernel, "wasm");
  }
  if (tf.getKernel("Conv2D", "webgpu"))
    for (const kernel of webgpuKernels) install(kernel, "webgpu");
  for (const gradient of fusedGradients) registerFusedGradient(gradient);
}

async function canCompile(): Promise<boolean> {
  try {
    await compileKernels();
    return true;
  } catch (error) {
    console.warn(`the fast wasm kernels can't run here, slower ones will: ${String(error)}`);
    return false;
  }
}

function install({name, make}: Kernel, backendName: string): void {
  const stock = tf.getKernel(name, backendName) as tf.KernelConfig | undefined;
  const key = `${backendName} ${name}`;
  if (stock && stock.kernelFunc === installed.get(key)) return;
  const kernelFunc = make(stock?.kernelFunc);
  if (stock) tf.unregisterKernel(name, backendName);
  // The stock set-up stays, because the cases left to the stock kernel need it.
  tf.registerKernel({...stock, kernelName: name, backendName, kernelFunc});
  installed.set(key, kernelFunc);
}

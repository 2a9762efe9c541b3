import * as tf from "@tensorflow/tfjs-core";
import {composedKernels} from "./composed/index.js";
import {registerFusedGradient} from "./gradients/fused-gradient.js";
import {fusedGradients} from "./gradients/index.js";
import type {Kernel} from "./kernel.js";
import {compileKernels} from "./wasm/heap.js";
import {wasmKernels} from "./wasm/index.js";
import {webgpuKernels} from "./webgpu/index.js";
import {submitLessOften} from "./webgpu/submits.js";

export {
  type ExchangeOptions,
  GradientExchange,
} from "./parallel/gradient-exchange.js";
export {
  type MeanGradients,
  parallelGradients,
  type ShardedLoss,
} from "./parallel/parallel-gradients.js";
export {connectWorkers, type ExchangePort, type Ports} from "./parallel/port.js";
export {cutIntoShards, type Shard} from "./parallel/shards.js";
export {
  type StepSize,
  type StepTimes,
  shardsThatPay,
  workersThatPay,
} from "./parallel/workers-that-pay.js";

/** Those registered here, so that none is ever put on top of itself. */
const installed = new WeakSet<tf.KernelFunc>();

/**
 * Lets any TF.js program train faster, and on the wasm back end train convolutions at all: registers the kernels that
 * TF.js lacks and replaces those that are slow, on whichever of the wasm and WebGPU back ends have been imported. Call it
 * before the first training step; calling it again, after another back end was imported, is harmless. It never rejects:
 * where WebAssembly SIMD is missing it warns and registers what can be put together from TF.js's own kernels.
 */
export async function installKernels(): Promise<void> {
  if (isMissingFrom("wasm")) {
    install(composedKernels, "wasm");
    if (await canCompile()) install(wasmKernels, "wasm");
  }
  if (isMissingFrom("webgpu")) {
    install(webgpuKernels, "webgpu");
    submitLessOften();
  }
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

/** Whether the back end was imported and has only TF.js's kernels. */
function isMissingFrom(backendName: string): boolean {
  const kernels = tf.getKernelsForBackend(backendName);
  return kernels.length > 0 && !kernels.some(({kernelFunc}) => installed.has(kernelFunc));
}

function install(kernels: readonly Kernel[], backendName: string): void {
  for (const {name, make} of kernels) {
    const stock = tf.getKernel(name, backendName) as tf.KernelConfig | undefined;
    const kernelFunc = make(stock?.kernelFunc);
    if (stock) tf.unregisterKernel(name, backendName);
    // The stock set-up stays, because the cases left to the stock kernel need it.
    tf.registerKernel({...stock, kernelName: name, backendName, kernelFunc});
    installed.add(kernelFunc);
  }
}

export {sigmoidCrossEntropy} from "./losses/sigmoid-cross-entropy.js";
export {softmaxCrossEntropy} from "./losses/softmax-cross-entropy.js";
export {batchNormTraining} from "./normalisation/batch-norm.js";
export {groupNorm} from "./normalisation/group-norm.js";
export type {Normalised} from "./normalisation/normalise.js";
export {adam} from "./optimisers/adam.js";
export {averageWeights} from "./optimisers/average-weights.js";
export {momentum} from "./optimisers/momentum.js";
export {rmsprop} from "./optimisers/rmsprop.js";
export {sgd} from "./optimisers/sgd.js";
export {randomNormal} from "./random/random-normal.js";

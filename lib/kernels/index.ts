import * as tf from "@tensorflow/tfjs-core";
import {composedKernels} from "./composed/index.js";
import {einsumGradient} from "./gradients/einsum.js";
import {registerFusedGradient} from "./gradients/fused-gradient.js";
import {fusedGradients} from "./gradients/index.js";
import type {Kernel} from "./kernel.js";
import {replaceLosses} from "./losses/replace-losses.js";

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

export {withSharedMemory} from "./threads/shared-binary.js";
export {startThreads} from "./threads/start-threads.js";
export type {Threads, ThreadWorker} from "./threads/threads.js";

/** Those registered here, so that none is ever put on top of itself. */
const installed = new WeakSet<tf.KernelFunc>();

/**
 * Lets any TF.js program train faster, and on the wasm back end train convolutions at all: registers the kernels that
 * TF.js lacks and replaces those that are slow, on whichever of the wasm and WebGPU back ends have been imported. Call it
 * before the first training step; calling it again, after another back end was imported, is harmless. It never rejects:
 * where WebAssembly SIMD is missing it warns and registers what can be put together from TF.js's own kernels.
 */
export function installKernels(): Promise<void> {
  installing = installing.then(installWhereMissing);
  return installing;
}

/** One call after the other: each finds what the one before has registered. */
let installing = Promise.resolve();

/** The kernels of a back end are loaded when it is there: a bundler that splits code keeps them apart. */
async function installWhereMissing(): Promise<void> {
  if (isMissingFrom("wasm")) {
    install(composedKernels, "wasm");
    await unlessItFails("wasm", installWasm);
  }
  if (isMissingFrom("webgpu")) await unlessItFails("WebGPU", installWebGpu);
  for (const gradient of fusedGradients) registerFusedGradient(gradient);
  if (!(tf.getGradient("Einsum") as tf.GradConfig | undefined)) tf.registerGradient(einsumGradient);
}

async function installWasm(): Promise<void> {
  const {compileKernels, wasmKernels} = await import("./wasm/index.js");
  await compileKernels();
  install(wasmKernels, "wasm");
}

async function installWebGpu(): Promise<void> {
  const {submitLessOften, webgpuKernels} = await import("./webgpu/index.js");
  install(webgpuKernels, "webgpu");
  replaceLosses();
  submitLessOften();
}

async function unlessItFails(name: string, installOne: () => Promise<void>): Promise<void> {
  try {
    await installOne();
  } catch (error) {
    console.warn(`the fast ${name} kernels can't run here, slower ones will: ${String(error)}`);
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

export {gelu} from "./activations/gelu.js";
export {silu} from "./activations/silu.js";
export {type Convolution3x3, convolve3x3} from "./convolutions/convolve-3x3.js";
export {sigmoidCrossEntropy} from "./losses/sigmoid-cross-entropy.js";
export {softmaxCrossEntropy} from "./losses/softmax-cross-entropy.js";
export {batchNormTraining} from "./normalisation/batch-norm.js";
export {groupNorm} from "./normalisation/group-norm.js";
export {type GroupNormSiluOptions, groupNormSilu} from "./normalisation/group-norm-silu.js";
export {type ModulatedNormOptions, modulatedNorm} from "./normalisation/modulated-norm.js";
export type {Normalised} from "./normalisation/normalise.js";
export {adam} from "./optimisers/adam.js";
export {averageWeights} from "./optimisers/average-weights.js";
export {momentum} from "./optimisers/momentum.js";
export {rmsprop} from "./optimisers/rmsprop.js";
export {sgd} from "./optimisers/sgd.js";
export {attention} from "./products/attention.js";
export {dense} from "./products/dense.js";
export {randomNormal} from "./random/random-normal.js";

/** What webgpu-counts.test.ts runs in a page: the reference steps of bench/steps.ts, and what they ask of the GPU. */
import "@tensorflow/tfjs-backend-webgpu";
import {type Optimiser, steps} from "../../bench/steps.js";
import {installKernels} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {cnn, gan} from "./parity-page.js";
import {kernelCounts} from "./webgpu-kernel-counts.js";
import {losses, type Reference} from "./webgpu-reference-losses.js";
import {replace, spareThePipelines, watch} from "./webgpu-watch.js";

export {cnn, gan, kernelCounts, losses};

/** What one step asked of the GPU. */
export interface Counts {
  readonly dispatches: number;
  readonly submits: number;
  /** Buffers that were made, not taken from TF.js's pool. */
  readonly buffers: number;
  /** Of bytes, for the commands themselves. */
  readonly writes: number;
  /** Tensors left behind. */
  readonly tensors: number;
}

/** Starts WebGPU, with the kernels or as TF.js comes. */
export async function start(kernels: "ours" | "stock"): Promise<void> {
  await tf.setBackend("webgpu");
  await tf.ready();
  if (kernels === "ours") await installKernels();
}

/** How many dispatches wait for a submit after the kernels are installed where the program wants `wanted`, if anything. */
export async function submitsOf(wanted?: number): Promise<number> {
  const flag = "WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE";
  if (wanted !== undefined) tf.env().set(flag, wanted);
  await start("ours");
  return tf.env().getNumber(flag);
}

/** The counts of a step at the batch size of the references, after those that fill TF.js's pool of buffers. */
export async function count(
  name: Reference | "gan as written",
  optimiser: Optimiser,
): Promise<Counts> {
  const step = steps[name]!(64, optimiser);
  spareThePipelines();
  const stopSkipping = replace(GPUComputePassEncoder.prototype, "dispatchWorkgroups", () => {});
  for (let i = 0; i < 4; i++) await step();
  stopSkipping();
  const counts = {dispatches: 0, submits: 0, buffers: 0, writes: 0};
  const stops = [
    replace(GPUComputePassEncoder.prototype, "dispatchWorkgroups", () => counts.dispatches++),
    watch(GPUQueue.prototype, "submit", () => counts.submits++),
    watch(GPUDevice.prototype, "createBuffer", () => counts.buffers++),
    watch(GPUQueue.prototype, "writeBuffer", () => counts.writes++),
  ];
  const {numTensors} = tf.memory();
  await step();
  for (const stop of stops) stop();
  return {...counts, tensors: tf.memory().numTensors - numTensors};
}

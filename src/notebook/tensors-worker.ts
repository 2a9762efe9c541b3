/** TF.js with the course's kernels and models, as a program for the cells of a notebook: made only when one of them asks for it. */
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import {setWasmPaths} from "@tensorflow/tfjs-backend-wasm";
import * as kernels from "../lib/kernels/index.js";
import {pictureVae} from "../lib/models/vae-networks.js";
import * as tf from "../lib/tf.js";
import {limitTensors, type TensorMemory} from "./tensor-limit.js";

export {tf};

const {adam, sgd, momentum, rmsprop, sigmoidCrossEntropy, softmaxCrossEntropy} = kernels;

export const course = {
  ...{adam, sgd, momentum, rmsprop, sigmoidCrossEntropy, softmaxCrossEntropy},
  vae: pictureVae,
};

/** Starts the back end from `wasm`, the bytes of its file: nothing can be fetched here. */
export async function startTensors(wasm: ArrayBuffer): Promise<void> {
  const headers = {"Content-Type": "application/wasm"};
  tf.env().platform.fetch = async () => new Response(wasm, {headers});
  // Sums in one thread have one order: the same bits on every machine.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tf.env().set("WASM_HAS_SIMD_SUPPORT", true);
  setWasmPaths("./", true);
  await kernels.installKernels();
  await tf.setBackend("wasm");
  limitTensors(tf, (tf.backend() as unknown as {readonly wasm: TensorMemory}).wasm);
}

/** A worker that runs one of kernelCases at a time on wasm, and tells the least ms that a call of it took. */
import {parentPort, workerData} from "node:worker_threads";
import {installKernels} from "../lib/kernels/index.js";
import * as tf from "../lib/tf.js";
import {useWasm} from "../tools/runs/start-run.js";
import {kernelCases} from "./kernel-cases.js";
import {stockKernels} from "./stock-kernels.js";

/** Which of kernelCases, and for how long. */
export interface KernelOrder {
  readonly index: number;
  readonly ms: number;
}

const kernels = workerData as "ours" | "stock";
await useWasm(kernels === "ours" ? installKernels : stockKernels);

const calls = new Map<number, () => tf.TensorContainer>();

parentPort!.on("message", ({index, ms}: KernelOrder) => {
  const call = calls.get(index) ?? kernelCases[index]!.make(kernels);
  calls.set(index, call);
  parentPort!.postMessage(leastMs(call, ms));
});

/** A call takes its full time on wasm: nothing is left to wait for. Short ones are timed several at once. */
function leastMs(call: () => tf.TensorContainer, ms: number): number {
  const first = msOf(call, 1);
  const repeats = Math.max(1, Math.round(1 / first));
  let least = first;
  const end = performance.now() + ms;
  while (performance.now() < end) least = Math.min(least, msOf(call, repeats));
  return least;
}

function msOf(call: () => tf.TensorContainer, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) tf.dispose(call());
  return (performance.now() - start) / repeats;
}

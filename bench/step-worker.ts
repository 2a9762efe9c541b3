/** A worker that takes steps of steps.ts on a back end of its own, and tells how long each took. */
import {parentPort, workerData} from "node:worker_threads";
import {installKernels, startThreads} from "../lib/kernels/index.js";
import {useBackend} from "../lib/training/backends.js";
import {nodeWorker, startSharedWasm} from "../test/shared-wasm.js";
import {useWasm} from "../tools/runs/start-run.js";
import {type Step, steps} from "./steps.js";
import {stockKernels} from "./stock-kernels.js";

export interface StepWorkerSetup {
  readonly backend: "wasm" | "cpu";
  readonly kernels: "ours" | "stock";
  readonly optimiser: "ours" | "stock";
  /** On a memory that they share. */
  readonly threads?: number;
}

export interface StepOrder {
  readonly step: string;
  readonly count: number;
}

const {backend, kernels, optimiser, threads} = workerData as StepWorkerSetup;
if (threads !== undefined) {
  await startSharedWasm();
  await startThreads(threads - 1, nodeWorker);
} else if (backend === "wasm") await useWasm(kernels === "ours" ? installKernels : stockKernels);
else await useBackend("cpu", {wasmPaths: "", installKernels: () => {}});

const made = new Map<string, Step>();

parentPort!.on("message", async (order: StepOrder) => parentPort!.postMessage(await times(order)));

async function times({step, count}: StepOrder): Promise<number[]> {
  const take = made.get(step) ?? steps[step]!(64, optimiser);
  made.set(step, take);
  const ms: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await take();
    ms.push(performance.now() - start);
  }
  return ms;
}

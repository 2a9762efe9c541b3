/** A browser's worker that takes part in training one of parallel-nets.ts. */
import {setWasmPaths} from "@tensorflow/tfjs-backend-wasm";
import {type ExchangePort, GradientExchange, installKernels} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {type TaskName, trainTask} from "../lib/kernels/parallel-nets.js";

export interface BrowserOrder {
  readonly task: TaskName;
  readonly worker: number;
  readonly ports: readonly (ExchangePort | undefined)[];
  readonly shards: number;
  readonly steps: number;
}

addEventListener("message", async ({data}: MessageEvent<BrowserOrder>) => {
  postMessage(await follow(data));
});

async function follow({task, steps, ...order}: BrowserOrder) {
  // Each worker is one thread already.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths(`${location.origin}/`);
  await installKernels();
  await tf.setBackend("wasm");
  const exchange = new GradientExchange({...order, startTimer});
  await holdLock(order.worker);
  const beforeStep = (step: number) => {
    if (step === 1) for (const other of others(order)) void watch(other, exchange);
    postMessage({step});
  };
  try {
    const {weights, buffersMade} = await trainTask(task, exchange, steps, beforeStep);
    const {memory} = exchange;
    return {weights: Array.from(weights), memory, isSteady: buffersMade[2] === buffersMade.at(-1)};
  } catch (error) {
    return {error: (error as Error).message};
  }
}

/** Resolves when this worker has its lock, which it keeps for life. */
function holdLock(worker: number): Promise<void> {
  return new Promise((resolve) => {
    void navigator.locks.request(`worker ${worker}`, () => {
      resolve();
      return new Promise(() => {});
    });
  });
}

/** The lock of a worker is free when it is gone. */
function watch(worker: number, exchange: GradientExchange): Promise<void> {
  return navigator.locks.request(`worker ${worker}`, () => exchange.lose(worker));
}

function others({ports, worker}: Pick<BrowserOrder, "ports" | "worker">): number[] {
  return [...ports.keys()].filter((each) => each !== worker);
}

function startTimer(expired: () => void): () => void {
  const timer = setTimeout(expired, 60_000);
  return () => clearTimeout(timer);
}

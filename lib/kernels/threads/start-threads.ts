import * as tf from "@tensorflow/tfjs-core";
import type {Threads, ThreadWorker} from "./threads.js";

/**
 * Has up to `count` threads beside the caller's take parts of the large kernels from now on, with the same bits. Resolves to undefined where
 * that cannot be: where the back end in use is not wasm, its memory is not shared (`withSharedMemory`), or the caller may not wait, as a page
 * may not. Threads come a moment later, one by one; until then, and where none comes, the caller does all.
 */
export async function startThreads(
  count: number,
  startWorker: (script: string) => ThreadWorker = blobWorker,
): Promise<Threads | undefined> {
  if (tf.getBackend() !== "wasm" || !mayWait() || count < 1) return undefined;
  const {heapOf} = await import("../wasm/index.js");
  return heapOf(tf.backend())?.startThreads(count, startWorker);
}

function mayWait(): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
}

function blobWorker(script: string): ThreadWorker {
  return new Worker(URL.createObjectURL(new Blob([script], {type: "text/javascript"})));
}

import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {Worker} from "node:worker_threads";
import {setWasmPaths} from "@tensorflow/tfjs-backend-wasm";
import {installKernels, type ThreadWorker, withSharedMemory} from "../lib/kernels/index.js";
import {type Heap, heapOf} from "../lib/kernels/wasm/heap.js";
import * as tf from "../lib/tf.js";

const simd = "tfjs-backend-wasm-simd.wasm";

export const simdBinary = new Uint8Array(
  readFileSync(
    join(dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm")), simd),
  ),
);

/** Starts TF.js's plain SIMD build under Node, on a memory that threads may share. */
export async function startSharedWasm(): Promise<Heap> {
  const folder = mkdtempSync(join(tmpdir(), "shared-"));
  writeFileSync(join(folder, simd), withSharedMemory(simdBinary));
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setWasmPaths(`${folder}/`);
  await installKernels();
  await tf.setBackend("wasm");
  return heapOf(tf.backend())!;
}

export const nodeWorker = (script: string): ThreadWorker => new Worker(script, {eval: true});

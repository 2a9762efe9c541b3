import {createRequire} from "node:module";
import {dirname} from "node:path";
import {setWasmPaths} from "@tensorflow/tfjs-backend-wasm";
import {installKernels} from "../lib/kernels/index.js";
import * as tf from "../lib/tf.js";

/** Starts TF.js on the wasm back end under Node, with this project's kernels. */
export async function startWasm(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(`${dirname(entry)}/`);
  await installKernels();
  await tf.setBackend("wasm");
}

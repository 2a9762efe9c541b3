/** For a project with any version of TF.js: first losses of the reference steps on its cpu back end, and on wasm with the kernels, as a line of JSON. */
import "@tensorflow/tfjs-backend-cpu";
import {createRequire} from "node:module";
import {dirname} from "node:path";
import {setWasmPaths} from "@tensorflow/tfjs-backend-wasm";
import {installKernels} from "../lib/kernels/index.js";
import * as tf from "../lib/tf.js";
import {steps} from "./steps.js";

/** By the name of the step. */
export type Losses = Readonly<Record<string, readonly number[]>>;

export interface VersionReport {
  readonly version: string;
  readonly cpu: Losses;
  readonly wasm: Losses;
  /** That the kernels can't run, for one. */
  readonly warnings: readonly string[];
}

/** The transformer has an activation that TF.js's layers do not know before 4.20. */
const names = ["cnn reference", "gan reference", "u-net"];
const [batchSize, stepsEach] = [4, 3];
const warnings: string[] = [];
console.warn = (...words) => warnings.push(words.join(" "));

const wasmPackage = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
setWasmPaths(`${dirname(wasmPackage)}/`);
await installKernels();
const report: VersionReport = {
  version: tf.version_core,
  cpu: await lossesOn("cpu"),
  wasm: await lossesOn("wasm"),
  warnings: warnings.filter((warning) => warning.includes("kernels")),
};
console.log(JSON.stringify(report));

async function lossesOn(backend: string): Promise<Losses> {
  await tf.setBackend(backend);
  const losses: Record<string, number[]> = {};
  for (const name of names) {
    const take = steps[name]!(batchSize, "ours");
    losses[name] = [];
    for (let i = 0; i < stepsEach; i++) losses[name].push(...(await take()));
  }
  return losses;
}

import {createRequire} from "node:module";
import {dirname} from "node:path";
import {dataFiles} from "../../data/data-file.js";
import type {ReaderFunction} from "../../lib/driving/reader-function.js";
import {installKernels} from "../../lib/kernels/index.js";
import {type Params, parseParams} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import {useBackend} from "../../lib/training/backends.js";
import type {Setup} from "../../lib/training/setup.js";
import type {Trainee} from "../../lib/training/train.js";
import {findExperiment, findSetup} from "../../src/experiments/index.js";

export interface NodeRun {
  readonly params: Params;
  readonly setup: Setup;
  readonly run: Trainee;
}

/** Starts TF.js on wasm under Node, in one thread. */
export async function useWasm(kernels = installKernels): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  await useBackend("wasm", {wasmPaths: `${dirname(entry)}/`, installKernels: kernels});
}

/** A run of the experiment `id`, the same as the page's with these params, before its first step. `driven` takes a part's place. */
export async function startRun(
  id: string,
  given: Record<string, unknown>,
  driven?: ReaderFunction,
): Promise<NodeRun> {
  await useWasm();
  return makeRun(id, given, driven);
}

/** The same on the back end in use. */
export async function makeRun(
  id: string,
  given: Record<string, unknown>,
  driven?: ReaderFunction,
): Promise<NodeRun> {
  const experiment = findExperiment(id);
  const params = parseParams(experiment.params, given) as Params;
  const random = new Random(Number(params.seed));
  const files = dataFiles(...experiment.files(params));
  const setup = await (await findSetup(id))({
    params,
    files,
    inputs: {},
    random: random.fork("setup"),
    ...(driven && {driven}),
  });
  const {model, batches} = setup;
  return {params, setup, run: {model, batches, random: random.fork("steps"), step: 0}};
}

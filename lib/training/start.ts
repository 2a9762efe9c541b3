import type {NamedArrays} from "../array.js";
import type {ReaderFunction} from "../driving/reader-function.js";
import {named} from "../named.js";
import {type Params, parseParams} from "../params.js";
import {dropBackend, parseBackend, useBackend, useFirstBackend} from "./backends.js";
import {medianStepMs} from "./benchmark.js";
import type {Experiment} from "./experiment.js";
import type {Host} from "./host.js";
import type {BackendName, Checkpoint, Loaded, Started, StartOptions, Timing} from "./protocol.js";
import {Run} from "./run.js";

type Recipe = Omit<StartOptions, "backends" | "checkpoint">;

/** Takes the first back end that runs and builds the run, at `options.checkpoint` if there is one. Leaves nothing behind if it throws.
 * `onload` hears what has been loaded. */
export async function startRun(
  host: Host,
  options: StartOptions,
  onload: (loaded: Loaded) => void = () => {},
): Promise<{readonly run: Run; readonly started: Started}> {
  const {backend, notes} = await useFirstBackend(options.backends, backendOptions(host, options));
  onload({part: "backend"});
  const run = await makeRun(host, options, onload);
  if (options.checkpoint) restoreOrDispose(run, options.checkpoint, options.params);
  const weights = Object.entries(run.model.networks).map(([k, net]) => [k, net.countParams()]);
  const started = {
    backend,
    notes,
    step: run.step,
    weights: Object.fromEntries(weights),
  };
  return {run, started};
}

/** Times a few steps of the run on one back end and frees both. Throws when the back end can't be used. */
export async function timeBackend(
  host: Host,
  options: Recipe,
  backend: BackendName,
): Promise<Timing> {
  try {
    await useBackend(parseBackend(backend), backendOptions(host, options));
    const run = await makeRun(host, options);
    try {
      return {backend, msPerStep: await medianStepMs(run, host.now)};
    } finally {
      run.dispose();
    }
  } finally {
    dropBackend(backend);
  }
}

async function makeRun(
  host: Host,
  recipe: Recipe,
  onload: (loaded: Loaded) => void = () => {},
): Promise<Run> {
  const {experiment, makeSetup} = await host.find(recipe.experiment);
  onload({part: "experiment"});
  const params = parseParams(experiment.params, recipe.params);
  const files = await loadFiles(host, recipe.files, (bytes) => onload({part: "files", bytes}));
  const inputs = recipe.inputs ?? ({} as NamedArrays);
  const driven = await drivenPart(host, experiment, recipe);
  try {
    const given = {params, files, inputs, ...(driven && {driven})};
    return await Run.make(experiment, makeSetup, given);
  } catch (error) {
    driven?.close();
    throw error;
  }
}

/** The reader's function, loaded, where the recipe has one. */
async function drivenPart(
  host: Host,
  {drivenParts = {}}: Experiment,
  {driver, place}: Recipe,
): Promise<ReaderFunction | undefined> {
  if (!driver) return undefined;
  named("driven part", drivenParts, driver.part);
  return host.drive(driver, place);
}

async function loadFiles(
  host: Host,
  files: Recipe["files"],
  onbytes: (count: number) => void,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const loaded = Object.entries(files).map(
    async ([name, source]) => [name, await host.loadFile(source, name, onbytes)] as const,
  );
  return Object.fromEntries(await Promise.all(loaded));
}

/** The params that were asked for hold, also where the checkpoint had others in force. */
function restoreOrDispose(run: Run, checkpoint: Checkpoint, params: Params): void {
  try {
    run.restore(checkpoint);
    run.setLive(params);
  } catch (error) {
    run.dispose();
    throw error;
  }
}

function backendOptions({installKernels, shareMemory}: Host, {wasmPaths}: Recipe) {
  return {wasmPaths, installKernels, shareMemory};
}

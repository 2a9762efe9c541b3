import type {NamedArrays} from "../array.js";
import {type Params, parseParams} from "../params.js";
import {dropBackend, parseBackend, useBackend, useFirstBackend} from "./backends.js";
import {medianStepMs} from "./benchmark.js";
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
  {experiment: id, params, files, inputs}: Recipe,
  onload: (loaded: Loaded) => void = () => {},
): Promise<Run> {
  const {experiment, makeSetup} = await host.find(id);
  onload({part: "experiment"});
  const complete = parseParams(experiment.params, params);
  return Run.make(experiment, makeSetup, {
    params: complete,
    files: await loadFiles(host, files, (bytes) => onload({part: "files", bytes})),
    inputs: inputs ?? ({} as NamedArrays),
  });
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

function backendOptions({installKernels}: Host, {wasmPaths}: Recipe) {
  return {wasmPaths, installKernels};
}

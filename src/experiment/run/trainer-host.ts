import type {Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {
  type BackendName,
  backendNames,
  type StartOptions,
  type Timing,
} from "../../lib/training/protocol.js";
import {ownThreads} from "../../storage/own-threads.js";
import {engineSizes} from "../../vendor/engine-sizes.js";
import {
  availableBackends,
  rememberBackend,
  rememberedBackend,
  requestedBackend,
} from "./backend-choice.js";
import type {EngineHost} from "./engine.js";
import {fileSources, wasmPaths} from "./files.js";
import {requestedThreads} from "./requested-threads.js";
import {WorkerLink, workerName} from "./worker-link.js";

/** A back end that hasn't answered by then would be a bad choice anyway. */
const benchmarkLimitMs = 5000;

/** The page's worker, files and back ends for `experiment`. `onmeasured` hears of a measurement in words: "webgpu 4 ms, wasm 9 ms". */
export function trainerHost(
  experiment: Experiment,
  onmeasured: (timings: string) => void,
): EngineHost {
  return {
    createWorker,
    files: fileSources,
    wasmPaths: () => wasmPaths,
    threads: () => requestedThreads(location.search).count ?? ownThreads(),
    codeBytes: (backend = "wasm") => ({
      script: engineSizes.script,
      backend: engineSizes.backends[backend] ?? 0,
      experiment: engineSizes.experiments[experiment.id] ?? 0,
    }),
    codePlace: async () => (await import("../../exercise/open-code-place.js")).openCodePlace(),
    backends: (params) => chooseBackends(experiment, params, onmeasured),
  };
}

/** A worker of the engine, called `name`. */
export function createWorker(name: string): Worker {
  return new Worker(import.meta.resolve("../../vendor/worker.js"), {type: "module", name});
}

/** The one the link asks for, or the one remembered for this model and device, or the fastest of a short measurement;
 * then the others that could stand in for it. */
async function chooseBackends(
  experiment: Experiment,
  params: Params,
  onmeasured: (timings: string) => void,
): Promise<{readonly names: readonly BackendName[]; readonly notes: readonly string[]}> {
  const {name: requested, note} = requestedBackend(location.search);
  const notes = [note, requestedThreads(location.search).note].filter((each) => each !== undefined);
  const first = (name: BackendName, others: readonly BackendName[]) => ({
    names: [name, ...others.filter((other) => other !== name)],
    notes,
  });
  if (requested) return first(requested, backendNames);
  const here = await availableBackends();
  const candidates = experiment.backends.filter((name) => here.includes(name));
  const fallbacks = [...candidates, ...here.filter((name) => !candidates.includes(name))];
  if (candidates.length < 2) return {names: fallbacks, notes};
  const key = `${experiment.id} ${experiment.sizeParams.map((name) => params[name]).join(" ")}`;
  const remembered = rememberedBackend(key);
  if (remembered && here.includes(remembered)) return first(remembered, fallbacks);
  const timings = await inTurn(async () =>
    rememberedBackend(key) ? [] : measure(experiment, params, candidates),
  );
  if (timings[0]) {
    rememberBackend(key, timings[0].backend);
    const words = timings.map(({backend, msPerStep}) => `${backend} ${Math.round(msPerStep)} ms`);
    onmeasured(words.join(", "));
  }
  const fastest = timings[0]?.backend ?? rememberedBackend(key);
  return fastest ? first(fastest, fallbacks) : {names: fallbacks, notes};
}

let turn: Promise<unknown> = Promise.resolve();

/** Does `work` after what was given before: measurements at the same time would slow each other. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => {});
  return done;
}

/** Times the model on each candidate, one after the other, each in a worker of its own; fastest first. */
async function measure(
  experiment: Experiment,
  params: Params,
  candidates: readonly BackendName[],
): Promise<Timing[]> {
  const files = await fileSources(experiment.files(params));
  const options = {experiment: experiment.id, params, files, wasmPaths};
  const timings: Timing[] = [];
  for (const backend of candidates) {
    const timing = await timeOne(options, backend);
    if (timing) timings.push(timing);
  }
  return timings.sort((a, b) => a.msPerStep - b.msPerStep);
}

type BenchmarkOptions = Omit<StartOptions, "backends" | "checkpoint">;

async function timeOne(
  options: BenchmarkOptions,
  backend: BackendName,
): Promise<Timing | undefined> {
  const name = workerName(`benchmark ${backend}`);
  const link = new WorkerLink(createWorker(name), name, {
    onevent: () => {},
    ondeath: () => {},
  });
  const limit = new Promise<undefined>((resolve) => setTimeout(resolve, benchmarkLimitMs));
  const timed = link.request({type: "benchmark", options, backend}).catch(() => undefined);
  const timing = await Promise.race([timed, limit]);
  link.terminate();
  return timing;
}

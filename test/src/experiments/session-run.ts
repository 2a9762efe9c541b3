/** A run of one of the course's experiments in a session, with its real setup and files. */
import {createHash} from "node:crypto";
import {dataFile} from "../../../data/data-file.js";
import type {NamedArrays} from "../../../lib/array.js";
import {installKernels} from "../../../lib/kernels/index.js";
import {type Params, parseParams} from "../../../lib/params.js";
import type {Host} from "../../../lib/training/host.js";
import type {StartOptions} from "../../../lib/training/protocol.js";
import {findExperiment, findRunnable} from "../../../src/experiments/index.js";
import {type Client, startedClient} from "../../lib/training/session-client.js";

export const host: Partial<Host> = {
  find: findRunnable,
  installKernels,
  loadFile: async ({url}) => dataFile(url),
};

export type RunOptions = Pick<StartOptions, "experiment" | "params" | "files">;

/** What starts a run of the experiment `id`: its files are those of `data`. */
export function runOptions(id: string, params: StartOptions["params"]): RunOptions {
  const experiment = findExperiment(id);
  const names = experiment.files(parseParams(experiment.params, params) as Params);
  const files = names.map((name) => [name, {url: name, bytes: 0, sha256: "", shape: []}]);
  return {experiment: id, params, files: Object.fromEntries(files)};
}

/** A client with such a run before its first step, or at `checkpoint`. */
export function startedRun(
  options: RunOptions,
  more: Partial<Pick<StartOptions, "checkpoint">> = {},
): Promise<Client> {
  return startedClient({...options, ...more}, host);
}

/** Takes `count` steps. */
export function steps(client: Client, count: number): Promise<number> {
  return client.request({type: "step", count});
}

/** The run's checkpoint with each array's hash in its place: two million numbers are slow to compare one by one. */
export async function hashedCheckpoint(client: Client) {
  const checkpoint = await client.request({type: "checkpoint"});
  return {...checkpoint, arrays: hashesOf(checkpoint.arrays)};
}

/** The shape and the hash of each array. */
export function hashesOf(arrays: NamedArrays): Readonly<Record<string, string>> {
  const hashes = Object.entries(arrays).map(([name, {data, shape}]) => {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return [name, `${shape} ${createHash("sha256").update(bytes).digest("hex")}`];
  });
  return Object.fromEntries(hashes);
}

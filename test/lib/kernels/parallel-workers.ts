/** Trains in several of Node's workers at once. */
import {MessageChannel, type Transferable, Worker} from "node:worker_threads";
import * as esbuild from "esbuild";
import {connectWorkers} from "../../../lib/kernels/index.js";
import {cacheFolder, root} from "../../../tools/project.mjs";
import type {Trained} from "./parallel-nets.js";
import type {WorkerOrder} from "./parallel-worker.js";

export type Outcome = {readonly trained: Trained} | {readonly error: string} | "exited";

export type Orders = Omit<WorkerOrder, "worker" | "ports" | "trouble"> & {
  readonly workers: number;
  /** Worker 1's. */
  readonly trouble?: WorkerOrder["trouble"];
};

/** What became of each worker. */
export async function trainInWorkers({workers, trouble, ...order}: Orders): Promise<Outcome[]> {
  const file = await bundleWorker("test/lib/kernels/parallel-worker.ts");
  const ports = connectWorkers(workers, () => new MessageChannel());
  return Promise.all(
    ports.map((own, worker) => {
      const troubled = worker === 1 && trouble ? {trouble} : {};
      return outcomeOf(
        file,
        {...order, ...troubled, worker, ports: own},
        own.filter((p) => !!p),
      );
    }),
  );
}

async function outcomeOf(
  file: string,
  workerData: unknown,
  transferList: Transferable[],
): Promise<Outcome> {
  const worker = new Worker(file, {workerData, transferList});
  const outcome = await new Promise<Outcome>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => resolve("exited"));
  });
  await worker.terminate();
  return outcome;
}

const bundles = new Map<string, Promise<string>>();

/** The path of the module as one file that Node can run; packages are left where they are. */
export function bundleWorker(entry: string): Promise<string> {
  const outfile = `${cacheFolder}${entry.replace(/\W/g, "-")}.mjs`;
  const bundle = bundles.get(entry) ?? build(entry, outfile);
  bundles.set(entry, bundle);
  return bundle;
}

async function build(entry: string, outfile: string): Promise<string> {
  await esbuild.build({
    ...{entryPoints: [root + entry], outfile, bundle: true, logLevel: "error"},
    ...{platform: "node", format: "esm", packages: "external"},
  });
  return outfile;
}

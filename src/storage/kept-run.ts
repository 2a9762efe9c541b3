import type {IDBPDatabase} from "idb";
import {basePath} from "./place.js";

interface WithArrays {
  readonly arrays: Readonly<Record<string, unknown>>;
}

/** The format of what this page keeps; runs of others are passed over. */
export const keptVersion = 1;

/** The run kept of an experiment, so that a closed or crashed tab loses nothing: one entry an experiment. */
export interface KeptRun<Run = unknown, Checkpoint = WithArrays> {
  readonly experiment: string;
  /** Of this format; others are passed over. */
  readonly version: number;
  readonly run: Run;
  /** Its `arrays` may be large: some 26 MB of a network of faces with its optimiser. */
  readonly checkpoint: Checkpoint;
  /** ISO date. */
  readonly date: string;
}

/** Runs without their arrays by experiment, and arrays by [experiment, name]. */
const stores = ["runs", "arrays"] as const;
const databaseName = `from-noise-runs ${basePath}`;

/** `work` on the database, which is closed afterwards: an open one would hold up a newer page's upgrade. */
async function withDatabase<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const {openDB} = await import("../vendor/idb.js"); // not before something is kept or looked for
  const db = await openDB(databaseName, 2, {
    upgrade: (made: IDBPDatabase) => {
      for (const old of [...made.objectStoreNames]) made.deleteObjectStore(old);
      for (const store of stores) made.createObjectStore(store);
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/**
 * Keeps `run` in place of the experiment's earlier one, in one transaction. The browser copies each entry on the page's main thread,
 * so every array is one, and each in a task of its own. Storage that is full or forbidden is not an error: the run goes on without a
 * copy, and the result says so.
 */
export function keepRun(run: KeptRun): Promise<boolean> {
  const {arrays, ...checkpoint} = run.checkpoint;
  const {experiment} = run;
  return attempt(async () => {
    await withDatabase(async (db) => {
      const transaction = db.transaction(stores, "readwrite");
      const kept = transaction.objectStore("arrays");
      const write = async () => {
        await kept.delete(arraysOf(experiment));
        for (const [name, array] of Object.entries(arrays))
          await kept.put(array, [experiment, name]);
        await transaction.objectStore("runs").put({...run, checkpoint}, experiment);
      };
      await Promise.all([write(), transaction.done]);
    });
    noteKept(experiment);
    return true;
  }, false);
}

/** Whatever was kept for `experiment`, if anything, to be checked by whoever reads it. */
export function keptRun(experiment: string): Promise<unknown> {
  return attempt(
    () =>
      withDatabase(async (db) => {
        const transaction = db.transaction(stores);
        const run: unknown = await transaction.objectStore("runs").get(experiment);
        if (!hasCheckpoint(run)) return run;
        const arrays: Record<string, unknown> = {};
        const kept = transaction.objectStore("arrays");
        for (const key of await kept.getAllKeys(arraysOf(experiment)))
          arrays[String((key as IDBValidKey[])[1])] = await kept.get(key);
        return {...run, checkpoint: {...run.checkpoint, arrays}};
      }),
    undefined,
  );
}

/** The same without its arrays of weights: what is told and shown of the run. */
export function keptRunOnly(experiment: string): Promise<unknown> {
  return attempt(
    () => withDatabase(async (db): Promise<unknown> => db.get("runs", experiment)),
    undefined,
  );
}

const watchers = new Set<() => void>();

/** Calls `watcher` whenever this tab has kept a run of an experiment for the first time. */
export function watchKept(watcher: () => void): void {
  watchers.add(watcher);
}

const keptHere = new Set<string>();

function noteKept(experiment: string): void {
  if (keptHere.has(experiment)) return;
  keptHere.add(experiment);
  for (const watcher of watchers) watcher();
}

/** The experiments of which a run is kept. */
export function keptExperiments(): Promise<readonly string[]> {
  return attempt(() => withDatabase(async (db) => (await db.getAllKeys("runs")).map(String)), []);
}

function hasCheckpoint(run: unknown): run is {readonly checkpoint: object} {
  const {checkpoint} = (run ?? {}) as {readonly checkpoint?: unknown};
  return typeof checkpoint === "object" && checkpoint !== null;
}

/** Forgets what was kept for `experiment`. */
export function forgetRun(experiment: string): Promise<void> {
  return attempt(
    () =>
      withDatabase(async (db) => {
        const transaction = db.transaction(stores, "readwrite");
        await Promise.all([
          transaction.objectStore("runs").delete(experiment),
          transaction.objectStore("arrays").delete(arraysOf(experiment)),
          transaction.done,
        ]);
      }),
    undefined,
  );
}

/** The keys of all arrays of `experiment`: in IndexedDB a list is above every text. */
function arraysOf(experiment: string): IDBKeyRange {
  return IDBKeyRange.bound([experiment], [experiment, []]);
}

async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

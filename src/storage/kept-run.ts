import type {IDBPDatabase} from "idb";
import {basePath} from "./place.js";

/** What is kept of one experiment, so that a closed or crashed tab loses nothing: one entry an experiment. */
export interface KeptRun<Run = unknown, Checkpoint = unknown> {
  readonly experiment: string;
  /** Of this format; others are passed over. */
  readonly version: number;
  readonly run: Run;
  readonly checkpoint: Checkpoint;
  /** ISO date. */
  readonly date: string;
}

const store = "kept-runs";
const databaseName = `from-noise-runs ${basePath}`;

/** `work` on the database, which is closed afterwards: an open one would hold up a newer page's upgrade. */
async function withDatabase<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const {openDB} = await import("../vendor/idb.js"); // not before something is kept or looked for
  const db = await openDB(databaseName, 1, {
    upgrade: (db: IDBPDatabase) => void db.createObjectStore(store, {keyPath: "experiment"}),
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Keeps `run` in place of the experiment's earlier one. Storage that is full or forbidden is not an error: the run
 * goes on without a copy, and the result says so. */
export function keepRun(run: KeptRun): Promise<boolean> {
  return attempt(async () => {
    await withDatabase((db) => db.put(store, run));
    return true;
  }, false);
}

/** What was kept for `experiment`, if anything. */
export function keptRun(experiment: string): Promise<KeptRun | undefined> {
  return attempt(() => withDatabase((db) => db.get(store, experiment)), undefined);
}

/** Forgets what was kept for `experiment`. */
export function forgetRun(experiment: string): Promise<void> {
  return attempt(() => withDatabase((db) => db.delete(store, experiment)), undefined);
}

async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

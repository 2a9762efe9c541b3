import {type IDBPDatabase, openDB} from "../vendor/idb.js";

/** What is kept of one experiment so that a closed or crashed tab loses nothing: one entry an experiment. */
export interface KeptRun {
  readonly experiment: string;
  /** The run as JSON text (the export format). */
  readonly run: string;
  /** The packed checkpoint. */
  readonly checkpoint: ArrayBuffer;
  readonly step: number;
  /** ISO date. */
  readonly date: string;
}

const store = "interrupted-runs";

function database(): Promise<IDBPDatabase> {
  return openDB("from-noise", 1, {
    upgrade: (db: IDBPDatabase) => void db.createObjectStore(store, {keyPath: "experiment"}),
  });
}

/** Keeps `run` in place of the experiment's earlier one. Storage that is full or forbidden is not an error: the run
 * goes on without a copy, and the result says so. */
export async function keepRun(run: KeptRun): Promise<boolean> {
  return attempt(async () => {
    await (await database()).put(store, run);
    return true;
  }, false);
}

/** The run that was kept for `experiment`, if there is one. */
export async function keptRun(experiment: string): Promise<KeptRun | undefined> {
  return attempt(async () => (await database()).get(store, experiment), undefined);
}

/** Forgets the run that was kept for `experiment`. */
export async function forgetRun(experiment: string): Promise<void> {
  await attempt(async () => (await database()).delete(store, experiment), undefined);
}

async function attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

/** Where a reader's own pictures lie: the table they are put on, and the sets made of it. A database beside that of the runs, in this browser only. */
import type {IDBPDatabase} from "idb";
import type {OwnPicture} from "../lib/datasets/own/own-set.js";
import {basePath} from "../storage/place.js";

/** Entries of the table by their number. */
export type TableEntries = ReadonlyMap<number, unknown>;

/** Every method may reject. A change is whole or not at all. */
export interface PictureDisk {
  table(): Promise<TableEntries>;
  /** Puts pictures in their places; `undefined` takes one away. */
  lay(changes: ReadonlyMap<number, OwnPicture | undefined>): Promise<void>;
  set(name: string): Promise<unknown>;
  keepSet(name: string, bytes: Uint8Array | undefined): Promise<void>;
  clear(): Promise<void>;
}

const stores = ["table", "sets"] as const;

export function pictureDisk(databaseName = `from-noise-pictures ${basePath}`): PictureDisk {
  const work = <T>(does: (db: IDBPDatabase) => Promise<T>) => withDatabase(databaseName, does);
  return {
    table: () =>
      work(async (db) => {
        const transaction = db.transaction("table");
        const [keys, entries] = await Promise.all([
          transaction.store.getAllKeys(),
          transaction.store.getAll(),
        ]);
        return new Map(keys.map((key, i) => [Number(key), entries[i] as unknown]));
      }),
    lay: (changes) =>
      work(async (db) => {
        const transaction = db.transaction("table", "readwrite");
        const puts = [...changes].map(([key, picture]) =>
          picture ? transaction.store.put(picture, key) : transaction.store.delete(key),
        );
        await Promise.all([...puts, transaction.done]);
      }),
    set: (name) => work(async (db): Promise<unknown> => db.get("sets", name)),
    keepSet: (name, bytes) =>
      work(async (db) => {
        if (bytes) await db.put("sets", bytes, name);
        else await db.delete("sets", name);
      }),
    clear: () =>
      work(async (db) => {
        const transaction = db.transaction(stores, "readwrite");
        const cleared = stores.map((store) => transaction.objectStore(store).clear());
        await Promise.all([...cleared, transaction.done]);
      }),
  };
}

/** The database is closed afterwards: an open one would hold up a newer page's upgrade. */
async function withDatabase<T>(name: string, work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const {openDB} = await import("../vendor/idb.js");
  const db: IDBPDatabase = await openDB(name, 1, {
    upgrade: (made: IDBPDatabase) => {
      for (const store of stores) made.createObjectStore(store);
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

import type {IDBPDatabase} from "idb";

/** The kinds of entries that are kept. */
export const stores = ["work", "results", "recalls", "guesses", "judgements", "sightings"] as const;
export type Store = (typeof stores)[number];

/** Result of an update: what it puts in the place of an entry, `undefined` to delete it, and what it leaves under another key. */
export interface Put {
  readonly entry: unknown;
  readonly aside?: {readonly key: string; readonly entry: unknown};
}

/** Makes an entry of the one before, if there was one. */
export type Change = (old: unknown) => Put;

/** Where entries lie by kind and key. Every method may reject. */
export interface Disk {
  get(store: Store, key: string): Promise<unknown>;
  keys(store: Store): Promise<readonly string[]>;
  /** Reads, changes and writes in one transaction, so that no other tab comes between. */
  update(store: Store, key: string, change: Change): Promise<void>;
  clear(): Promise<void>;
}

/** IndexedDB as a disk. The connection stays open, because a page that is closing has no time to open one. */
export function indexedDbDisk(name: string): Disk {
  let opened: Promise<IDBPDatabase> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const open = () => {
    opened ??= openDatabase(name, forget).catch((error) => {
      forget();
      throw error;
    });
    return opened;
  };
  return {
    get: async (store, key) => (await open()).get(store, key),
    async keys(store) {
      const keys = await (await open()).getAllKeys(store);
      return keys.filter((key) => typeof key === "string");
    },
    async update(store, key, change) {
      const transaction = (await open()).transaction(store, "readwrite");
      const {entry, aside} = change(await transaction.store.get(key));
      if (aside) await transaction.store.put(aside.entry, aside.key);
      if (entry === undefined) await transaction.store.delete(key);
      else await transaction.store.put(entry, key);
      await transaction.done;
    },
    async clear() {
      const transaction = (await open()).transaction(stores, "readwrite");
      await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
      await transaction.done;
    },
  };
}

async function openDatabase(name: string, forget: () => void): Promise<IDBPDatabase> {
  const {openDB} = await import("../vendor/idb.js");
  const db: IDBPDatabase = await openDB(name, 4, {
    upgrade: (made: IDBPDatabase) => {
      const missing = stores.filter((store) => !made.objectStoreNames.contains(store));
      for (const store of missing) made.createObjectStore(store);
    },
    blocking: () => {
      forget();
      db.close(); // a newer page wants to upgrade
    },
    terminated: forget,
  });
  return db;
}

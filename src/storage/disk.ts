import type {IDBPDatabase} from "idb";

/** The kinds of entries that are kept. */
export const stores = ["work", "results", "recalls", "guesses"] as const;
export type Store = (typeof stores)[number];

/** Makes an entry of the one before, if there was one; `undefined` deletes it. */
export type Change = (old: unknown) => unknown;

/** Where entries lie by kind and key. Every method may reject. */
export interface Disk {
  get(store: Store, key: string): Promise<unknown>;
  all(store: Store): Promise<readonly (readonly [key: string, entry: unknown])[]>;
  /** Reads, changes and writes in one transaction, so that no other tab comes between. Gives the new entry. */
  update(store: Store, key: string, change: Change): Promise<unknown>;
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
    async all(store) {
      const {store: kept} = (await open()).transaction(store);
      const [keys, entries] = await Promise.all([kept.getAllKeys(), kept.getAll()]);
      return keys.map((key, i) => [String(key), entries[i]] as const);
    },
    async update(store, key, change) {
      const transaction = (await open()).transaction(store, "readwrite");
      const next = change(await transaction.store.get(key));
      if (next === undefined) await transaction.store.delete(key);
      else await transaction.store.put(next, key);
      await transaction.done;
      return next;
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
  const db: IDBPDatabase = await openDB(name, 2, {
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

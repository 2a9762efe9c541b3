/** The reader's own pair of keys, made at the first signature. The private one never leaves the browser, which cannot even read it. */
import type {IDBPDatabase} from "idb";
import {newKeys} from "../lib/provenance/credential.js";

const store = "keys";
const own = "own";

let made: Promise<CryptoKeyPair> | undefined;

/** Kept, or where the browser keeps nothing, those of this page. */
export function ownKeys(subtle: SubtleCrypto): Promise<CryptoKeyPair> {
  made ??= keptOrNew(subtle).catch(() => newKeys(subtle));
  return made;
}

/** Those that are kept, and no new ones. */
export async function keptKeys(): Promise<CryptoKeyPair | undefined> {
  try {
    return made ? await made : await (await database()).get(store, own);
  } catch {
    return undefined;
  }
}

async function keptOrNew(subtle: SubtleCrypto): Promise<CryptoKeyPair> {
  const db = await database();
  const kept: CryptoKeyPair | undefined = await db.get(store, own);
  if (kept) return kept;
  const fresh = await newKeys(subtle);
  await db.put(store, fresh, own);
  return fresh;
}

async function database(): Promise<IDBPDatabase> {
  const {openDB} = await import("../vendor/idb.js");
  return openDB("from-noise-keys", 1, {
    upgrade(db: IDBPDatabase) {
      db.createObjectStore(store);
    },
  });
}

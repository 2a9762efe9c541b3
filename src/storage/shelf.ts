import {type Change, type Disk, indexedDbDisk, type Store, stores} from "./disk.js";
import {basePath} from "./place.js";

/** `disk`: all is kept. `memory`: the browser allows no storage. `full`: what came last has found no room. In the last two
 * the entries in question live as long as this tab. */
export type Keeping = "disk" | "memory" | "full";

/** An entry was changed, by this tab or by another. */
export interface Changed {
  readonly store: Store;
  readonly key: string;
  readonly elsewhere: boolean;
}

/** A channel to the course's other tabs. */
export interface Tabs {
  post(message: unknown): void;
  listen(onmessage: (message: unknown) => void): void;
}

/**
 * Entries by kind and key, for all tabs of the course. Nothing is ever refused: what the disk does not take is held in
 * memory, tried again with the next change, and `keeping` says so.
 */
export class Shelf {
  keeping: Keeping = "disk";
  readonly #disk: Disk;
  readonly #tabs: Tabs;
  /** What the disk has not taken; `undefined` for what is to be deleted. */
  readonly #held = new Map<string, {store: Store; key: string; entry: unknown}>();
  readonly #listeners = new Set<(changed: Changed) => void>();
  readonly #watchers = new Set<() => void>();

  constructor(disk: Disk, tabs: Tabs) {
    this.#disk = disk;
    this.#tabs = tabs;
    tabs.listen((message) => {
      const changed = readMessage(message);
      if (changed) this.#tell({...changed, elsewhere: true});
    });
  }

  async get(store: Store, key: string): Promise<unknown> {
    const held = this.#held.get(id(store, key));
    if (held) return held.entry;
    return this.#attempt(() => this.#disk.get(store, key), undefined);
  }

  /** Every entry of a kind, by key. */
  async all(store: Store): Promise<ReadonlyMap<string, unknown>> {
    const kept = new Map(await this.#attempt(() => this.#disk.all(store), []));
    for (const {store: where, key, entry} of this.#held.values()) {
      if (where !== store) continue;
      if (entry === undefined) kept.delete(key);
      else kept.set(key, entry);
    }
    return kept;
  }

  /** Makes the entry of the one before, in one go whatever other tabs do, and gives it. */
  async update(store: Store, key: string, change: Change): Promise<unknown> {
    const held = this.#held.get(id(store, key));
    let entry: unknown;
    try {
      entry = await this.#disk.update(store, key, (old) => change(held ? held.entry : old));
      this.#held.delete(id(store, key));
      void this.#retry();
    } catch (error) {
      this.#keep(isFull(error) ? "full" : "memory");
      entry = change(await this.get(store, key));
      this.#held.set(id(store, key), {store, key, entry});
    }
    this.#tabs.post({store, key});
    this.#tell({store, key, elsewhere: false});
    return entry;
  }

  /** Deletes everything. */
  async clear(): Promise<void> {
    this.#held.clear();
    await this.#attempt(() => this.#disk.clear(), undefined);
    for (const store of stores) {
      this.#tabs.post({store, key: ""});
      this.#tell({store, key: "", elsewhere: false});
    }
  }

  /** Calls `listener` after each change of an entry (key "" for all of a kind); returns how to stop that. */
  subscribe(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `watcher` now and whenever `keeping` has changed; returns how to stop that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    watcher();
    return () => this.#watchers.delete(watcher);
  }

  /** There is room again: what was held goes to the disk. */
  async #retry(): Promise<void> {
    for (const [name, held] of [...this.#held]) {
      const isKept = await this.#disk
        .update(held.store, held.key, () => held.entry)
        .then(
          () => true,
          () => false,
        );
      if (!isKept) return;
      if (this.#held.get(name) === held) this.#held.delete(name);
    }
    this.#keep("disk");
  }

  async #attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch {
      if (this.keeping === "disk") this.#keep("memory");
      return otherwise;
    }
  }

  #keep(keeping: Keeping): void {
    if (keeping === this.keeping) return;
    this.keeping = keeping;
    for (const watcher of this.#watchers) watcher();
  }

  #tell(changed: Changed): void {
    for (const listener of this.#listeners) listener(changed);
  }
}

function id(store: Store, key: string): string {
  return `${store} ${key}`;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}

function readMessage(message: unknown): {store: Store; key: string} | undefined {
  const {store, key} = (message ?? {}) as Record<string, unknown>;
  const isOurs = stores.includes(store as Store) && typeof key === "string";
  return isOurs ? {store: store as Store, key} : undefined;
}

function channel(name: string): Tabs {
  try {
    const tabs = new BroadcastChannel(name);
    return {
      post: (message) => tabs.postMessage(message),
      listen: (onmessage) => tabs.addEventListener("message", ({data}) => onmessage(data)),
    };
  } catch {
    return {post: () => {}, listen: () => {}}; // denied with the storage
  }
}

let ours: Shelf | undefined;

/** This copy of the course's shelf. */
export function shelf(): Shelf {
  const name = `from-noise ${basePath}`;
  ours ??= new Shelf(indexedDbDisk(name), channel(name));
  return ours;
}

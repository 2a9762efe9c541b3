import {asideKey, isAside} from "./aside.js";
import {type Disk, indexedDbDisk, type Store, stores} from "./disk.js";
import {type Entries, type KeptEntry, readEntry} from "./entries.js";
import {basePath} from "./place.js";
import {channel, type Named, readNamed, type Tabs} from "./tabs.js";

/** `disk`: all is kept. `memory`: the browser allows no storage. `full`: what came last has found no room. In the last two
 * the entries in question live as long as this tab. */
export type Keeping = "disk" | "memory" | "full";

/** An entry was changed, by this tab or by another. */
export interface Changed extends Named {
  readonly elsewhere: boolean;
}

/** The part of a kept entry that could not be read. It stays as it is until the entry is changed, and then under another key. */
export interface Damage {
  readonly store: Store;
  readonly key: string;
  /** Whether nothing of it could be used. */
  readonly isWhole: boolean;
  readonly problems: readonly string[];
}

/** Contents of a key: an entry; and `raw`, as it was kept, where that could not be read whole. */
export interface Found<S extends Store> {
  readonly key: string;
  readonly entry?: Entries[S];
  readonly raw?: unknown;
}

interface Held {
  readonly store: Store;
  readonly key: string;
  readonly entry: unknown;
}

/**
 * Entries by kind and key, for all tabs of the course. Nothing is ever refused: what the disk does not take is held in
 * memory, tried again with the next change, and `keeping` says so. Nor is anything that lies there believed: what cannot be read is
 * left out, `damages` says so, and the first change puts the whole of it aside.
 */
export class Shelf {
  keeping: Keeping = "disk";
  /** Damage that this tab has found, by store and key. */
  readonly damages = new Map<string, Damage>();
  readonly #disk: Disk;
  readonly #tabs: Tabs;
  /** Entries that the disk has not taken; `undefined` for those to be deleted. */
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Set<(changed: Changed) => void>();
  readonly #watchers = new Set<() => void>();

  constructor(disk: Disk, tabs: Tabs) {
    this.#disk = disk;
    this.#tabs = tabs;
    tabs.listen((message) => {
      const changed = readNamed(message);
      if (changed) this.#tell({...changed, elsewhere: true});
    });
  }

  async get<S extends Store>(store: S, key: string): Promise<Entries[S] | undefined> {
    return this.#read(store, key, await this.raw(store, key)).entry;
  }

  /** Every entry of a kind, one after the other; `raw` as well where it could not be read whole. */
  async *find<S extends Store>(store: S): AsyncGenerator<Found<S>> {
    for (const key of await this.#keys(store)) {
      if (isAside(key)) continue;
      const raw = await this.raw(store, key);
      const {entry, problems} = this.#read(store, key, raw);
      if (raw !== undefined) yield {key, ...(entry && {entry}), ...(problems.length > 0 && {raw})};
    }
  }

  /** Every entry of a kind, by key. */
  async all<S extends Store>(store: S): Promise<ReadonlyMap<string, Entries[S]>> {
    const entries = new Map<string, Entries[S]>();
    for await (const {key, entry} of this.find(store)) if (entry) entries.set(key, entry);
    return entries;
  }

  /** The places of what was set aside, for `raw`. It may be large, and is never read but to be exported. */
  async asides(store: Store): Promise<readonly string[]> {
    return (await this.#keys(store)).filter(isAside);
  }

  /** Contents of a place, as they are. */
  async raw(store: Store, key: string): Promise<unknown> {
    const held = this.#held.get(id(store, key));
    return held ? held.entry : this.#attempt(() => this.#disk.get(store, key), undefined);
  }

  /** Makes the entry of the one before, in one go whatever other tabs do, and gives it. */
  async update<S extends Store>(
    store: S,
    key: string,
    change: (old: Entries[S] | undefined) => Entries[S] | undefined,
  ): Promise<Entries[S] | undefined> {
    const held = this.#held.get(id(store, key)) as {entry: Entries[S] | undefined} | undefined;
    let entry: Entries[S] | undefined;
    try {
      await this.#put(store, key, (old) => {
        entry = change(held ? held.entry : old);
        return entry;
      });
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

  /** Keeps what could not be read of an entry, as it is, under a key of its own. */
  async setAside(
    store: Store,
    key: string,
    raw: unknown,
    problems: readonly string[] = [],
  ): Promise<void> {
    if (problems.length > 0) this.#note({store, key, isWhole: false, problems});
    const place = asideKey(key);
    try {
      await this.#disk.update(store, place, () => ({entry: raw}));
    } catch (error) {
      this.#keep(isFull(error) ? "full" : "memory");
      this.#held.set(id(store, place), {store, key: place, entry: raw});
    }
  }

  /** Deletes everything. */
  async clear(): Promise<void> {
    this.#held.clear();
    this.damages.clear();
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

  /** Calls `watcher` now and whenever `keeping` or `damages` has changed; returns how to stop that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    watcher();
    return () => this.#watchers.delete(watcher);
  }

  /** There is room again: what was held goes to the disk. */
  async #retry(): Promise<void> {
    for (const [name, held] of [...this.#held]) {
      const isKept = await this.#put(held.store, held.key, () => held.entry).then(
        () => true,
        () => false,
      );
      if (!isKept) return;
      if (this.#held.get(name) === held) this.#held.delete(name);
    }
    this.#keep("disk");
  }

  /** Writes what `make` gives for the readable part of what is there; the whole goes aside if that is not all. */
  #put<S extends Store>(
    store: S,
    key: string,
    make: (old: Entries[S] | undefined) => unknown,
  ): Promise<void> {
    return this.#disk.update(store, key, (raw) => {
      if (isAside(key)) return {entry: make(undefined)};
      const {entry: old, problems} = this.#read(store, key, raw);
      const entry = make(old);
      return {entry, ...(problems.length > 0 && {aside: {key: asideKey(key), entry: raw}})};
    });
  }

  /** The readable part of an entry. */
  #read<S extends Store>(store: S, key: string, raw: unknown): KeptEntry<S> {
    const kept = readEntry(store, raw);
    const {entry, problems} = kept;
    if (problems.length > 0) this.#note({store, key, isWhole: entry === undefined, problems});
    return kept;
  }

  #note(damage: Damage): void {
    const name = id(damage.store, damage.key);
    const isNew = !this.damages.has(name);
    this.damages.set(name, damage);
    if (isNew) for (const watcher of this.#watchers) watcher();
  }

  async #keys(store: Store): Promise<readonly string[]> {
    const keys = new Set(await this.#attempt(() => this.#disk.keys(store), []));
    for (const held of this.#held.values()) if (held.store === store) keys.add(held.key);
    return [...keys];
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

let ours: Shelf | undefined;

/** This copy of the course's shelf. */
export function shelf(): Shelf {
  const name = `from-noise ${basePath}`;
  ours ??= new Shelf(indexedDbDisk(name), channel(name));
  return ours;
}

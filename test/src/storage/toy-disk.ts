import type {Change, Disk, Store} from "../../../src/storage/disk.js";
import type {Tabs} from "../../../src/storage/tabs.js";

/** A disk in memory, by "store key". It can be out of order, and `hold` makes a write wait. */
export class ToyDisk implements Disk {
  readonly kept = new Map<string, unknown>();
  trouble: Error | undefined;
  hold: Promise<void> = Promise.resolve();

  async get(store: Store, key: string): Promise<unknown> {
    this.#work();
    return this.kept.get(`${store} ${key}`);
  }

  async keys(store: Store): Promise<readonly string[]> {
    this.#work();
    const names = [...this.kept.keys()].filter((name) => name.startsWith(`${store} `));
    return names.map((name) => name.slice(store.length + 1));
  }

  async update(store: Store, key: string, change: Change): Promise<void> {
    await this.hold;
    const {entry, aside} = change(this.kept.get(`${store} ${key}`));
    this.#work();
    if (aside) this.kept.set(`${store} ${aside.key}`, aside.entry); // no copy, so that a test sees whether it is the same
    if (entry === undefined) this.kept.delete(`${store} ${key}`);
    else this.kept.set(`${store} ${key}`, structuredClone(entry));
  }

  async clear(): Promise<void> {
    this.#work();
    this.kept.clear();
  }

  #work(): void {
    if (this.trouble) throw this.trouble;
  }
}

/** Channels of tabs that hear each other; `ears` are all of them. */
export function toyTabs() {
  const ears: ((message: unknown) => void)[] = [];
  const tab = (): Tabs => {
    let own: ((message: unknown) => void) | undefined;
    return {
      post: (message) => ears.filter((ear) => ear !== own).map((ear) => ear(message)),
      listen: (ear) => {
        own = ear;
        ears.push(ear);
      },
    };
  };
  return {tab, ears};
}

/** The browser's storage of texts, in memory. */
export function toyStorage(entries = new Map<string, string>()): Storage {
  return {
    get length() {
      return entries.size;
    },
    key: (i: number) => [...entries.keys()][i] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  } as unknown as Storage;
}

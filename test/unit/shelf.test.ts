import {describe, expect, it} from "vitest";
import type {Change, Disk, Store} from "../../src/storage/disk.js";
import {Shelf, type Tabs} from "../../src/storage/shelf.js";

/** A disk in memory that can be out of order. */
class ToyDisk implements Disk {
  readonly kept = new Map<string, unknown>();
  trouble: Error | undefined;

  async get(store: Store, key: string) {
    this.#work();
    return this.kept.get(`${store} ${key}`);
  }

  async all(store: Store) {
    this.#work();
    return [...this.kept]
      .filter(([name]) => name.startsWith(`${store} `))
      .map(([name, entry]) => [name.slice(store.length + 1), entry] as const);
  }

  async update(store: Store, key: string, change: Change) {
    const next = change(this.kept.get(`${store} ${key}`));
    this.#work();
    this.kept.set(`${store} ${key}`, next);
    return next;
  }

  async clear() {
    this.#work();
    this.kept.clear();
  }

  #work() {
    if (this.trouble) throw this.trouble;
  }
}

const full = new DOMException("no room", "QuotaExceededError");
const denied = new DOMException("not here", "SecurityError");
const add = (n: number) => (old: unknown) => ((old as number | undefined) ?? 0) + n;

/** Two tabs with one disk. */
function twoTabs() {
  const disk = new ToyDisk();
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
  return {disk, one: new Shelf(disk, tab()), other: new Shelf(disk, tab()), ears};
}

describe("a shelf", () => {
  it("changes an entry of what lies there, whichever tab put it there", async () => {
    const {one, other, disk} = twoTabs();
    expect(await one.update("results", "a", add(1))).toBe(1);
    expect(await other.update("results", "a", add(2))).toBe(3);
    expect(await one.get("results", "a")).toBe(3);
    expect(await one.all("results")).toEqual(new Map([["a", 3]]));
    expect(await one.all("work")).toEqual(new Map());
    expect(disk.kept.size).toBe(1);
  });

  it("tells this tab and the others what was changed, and where", async () => {
    const {one, other, ears} = twoTabs();
    const heard: unknown[] = [];
    one.subscribe((changed) => heard.push(changed));
    const stop = other.subscribe((changed) => heard.push(changed));
    await one.update("work", "a", add(1));
    expect(heard).toEqual([
      {store: "work", key: "a", elsewhere: true},
      {store: "work", key: "a", elsewhere: false},
    ]);
    stop();
    for (const ear of ears) ear({store: "nonsense", key: "a"});
    for (const ear of ears) ear(null);
    expect(heard).toHaveLength(2);
  });

  it.each([
    ["full", full],
    ["memory", denied],
  ] as const)("that is %s holds what it is given, and says so", async (keeping, trouble) => {
    const {one, disk} = twoTabs();
    await one.update("results", "a", add(1));
    const told: string[] = [];
    one.watch(() => told.push(one.keeping));
    disk.trouble = trouble;
    await one.update("results", "b", add(5));
    await one.update("results", "b", add(5));
    expect(await one.get("results", "b")).toBe(10);
    expect(told).toEqual(["disk", keeping]);
    disk.trouble = undefined;
    expect(await one.all("results")).toEqual(
      new Map([
        ["a", 1],
        ["b", 10],
      ]),
    );
    expect(disk.kept.has("results b")).toBe(false);
  });

  it("puts all it holds on the disk when there is room again", async () => {
    const {one, disk} = twoTabs();
    disk.trouble = full;
    await one.update("results", "a", add(1));
    await one.update("results", "b", add(2));
    disk.trouble = undefined;
    await one.update("results", "a", add(10));
    await expect.poll(() => one.keeping).toBe("disk");
    expect(Object.fromEntries(disk.kept)).toEqual({"results a": 11, "results b": 2});
  });

  it("makes each change once, though another entry still finds no room", async () => {
    const {one, disk} = twoTabs();
    disk.trouble = full;
    await one.update("work", "large", () => "x");
    disk.trouble = undefined;
    const update = disk.update.bind(disk);
    disk.update = async (store, key, change) => {
      if (key === "large") throw full;
      return update(store, key, change);
    };
    expect(await one.update("results", "a", add(1))).toBe(1);
    expect(await one.get("results", "a")).toBe(1);
    expect(await one.get("work", "large")).toBe("x");
    expect(one.keeping).toBe("full");
  });

  it("forgets everything when it is cleared, what it holds as well", async () => {
    const {one, disk} = twoTabs();
    await one.update("results", "a", add(1));
    disk.trouble = full;
    await one.update("results", "b", add(1));
    disk.trouble = undefined;
    await one.clear();
    expect(await one.all("results")).toEqual(new Map());
  });
});

import {describe, expect, it} from "vitest";
import type {RecallAnswers} from "../../../src/storage/recall-answers.js";
import {Shelf} from "../../../src/storage/shelf.js";
import {ToyDisk, toyTabs} from "./toy-disk.js";

const full = new DOMException("no room", "QuotaExceededError");
const denied = new DOMException("not here", "SecurityError");
/** Answers are told apart by their number of days, and added up by `sum`. */
const at = (day: number) => new Date(Date.UTC(2026, 10, day)).toISOString();
const answer = (n: number) => ({at: at(n), right: true});
const add =
  (n: number) =>
  (old: RecallAnswers = []) => [...old, answer(n)];
const days = (answers: unknown) =>
  (answers as RecallAnswers).map((each) => new Date(each.at).getUTCDate());

/** Two tabs with one disk. */
function twoTabs() {
  const disk = new ToyDisk();
  const {tab, ears} = toyTabs();
  return {disk, one: new Shelf(disk, tab()), other: new Shelf(disk, tab()), ears};
}

describe("a shelf", () => {
  it("changes an entry of what lies there, whichever tab put it there", async () => {
    const {one, other, disk} = twoTabs();
    expect(days(await one.update("recalls", "a", add(1)))).toEqual([1]);
    expect(days(await other.update("recalls", "a", add(2)))).toEqual([1, 2]);
    expect(days(await one.get("recalls", "a"))).toEqual([1, 2]);
    expect(await one.all("recalls")).toEqual(new Map([["a", [answer(1), answer(2)]]]));
    expect(await one.all("work")).toEqual(new Map());
    expect(disk.kept.size).toBe(1);
  });

  it("tells this tab and the others what was changed, and where", async () => {
    const {one, other, ears} = twoTabs();
    const heard: unknown[] = [];
    one.subscribe((changed) => heard.push(changed));
    const stop = other.subscribe((changed) => heard.push(changed));
    await one.update("recalls", "a", add(1));
    expect(heard).toEqual([
      {store: "recalls", key: "a", elsewhere: true},
      {store: "recalls", key: "a", elsewhere: false},
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
    await one.update("recalls", "a", add(1));
    const told: string[] = [];
    one.watch(() => told.push(one.keeping));
    disk.trouble = trouble;
    await one.update("recalls", "b", add(5));
    await one.update("recalls", "b", add(5));
    expect(days(await one.get("recalls", "b"))).toEqual([5, 5]);
    expect(told).toEqual(["disk", keeping]);
    disk.trouble = undefined;
    expect(await one.all("recalls")).toEqual(
      new Map([
        ["a", [answer(1)]],
        ["b", [answer(5), answer(5)]],
      ]),
    );
    expect(disk.kept.has("recalls b")).toBe(false);
  });

  it("puts all it holds on the disk when there is room again", async () => {
    const {one, disk} = twoTabs();
    disk.trouble = full;
    await one.update("recalls", "a", add(1));
    await one.update("recalls", "b", add(2));
    disk.trouble = undefined;
    await one.update("recalls", "a", add(10));
    await expect.poll(() => one.keeping).toBe("disk");
    expect(days(disk.kept.get("recalls a"))).toEqual([1, 10]);
    expect(days(disk.kept.get("recalls b"))).toEqual([2]);
  });

  it("makes each change once, though another entry still finds no room", async () => {
    const {one, disk} = twoTabs();
    disk.trouble = full;
    await one.update("recalls", "large", add(3));
    disk.trouble = undefined;
    const update = disk.update.bind(disk);
    disk.update = async (store, key, change) => {
      if (key === "large") throw full;
      return update(store, key, change);
    };
    expect(days(await one.update("recalls", "a", add(1)))).toEqual([1]);
    expect(days(await one.get("recalls", "a"))).toEqual([1]);
    expect(days(await one.get("recalls", "large"))).toEqual([3]);
    expect(one.keeping).toBe("full");
  });

  it("forgets everything when it is cleared, what it holds as well", async () => {
    const {one, disk} = twoTabs();
    await one.update("recalls", "a", add(1));
    disk.trouble = full;
    await one.update("recalls", "b", add(1));
    disk.trouble = undefined;
    await one.clear();
    expect(await one.all("recalls")).toEqual(new Map());
  });
});

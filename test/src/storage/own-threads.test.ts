import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {keepThreads, ownThreads} from "../../../src/storage/own-threads.js";
import {toyStorage} from "./toy-disk.js";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", toyStorage(kept));
});
afterEach(() => void vi.unstubAllGlobals());

it("nothing is wished at first, a wish is kept until it is taken back", () => {
  expect(ownThreads()).toBeUndefined();
  expect(keepThreads(2)).toBe(true);
  expect(ownThreads()).toBe(2);
  keepThreads(undefined);
  expect([ownThreads(), kept.size]).toEqual([undefined, 0]);
});

it("a damaged wish is none", () => {
  keepThreads(2);
  const [name] = kept.keys();
  for (const text of ["", "0", "-1", "17", "2.5", "two", " 2", "1e1"]) {
    kept.set(name!, text);
    expect(ownThreads(), text).toBeUndefined();
  }
});

it("says when the browser keeps nothing", () => {
  vi.stubGlobal("localStorage", {
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  expect(keepThreads(2)).toBe(false);
});

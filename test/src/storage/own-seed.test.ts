import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {forgetSeed, newSeed, ownSeed} from "../../../src/storage/own-seed.js";
import {toyStorage} from "./toy-disk.js";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", toyStorage(kept));
  forgetSeed();
});
afterEach(() => void vi.unstubAllGlobals());

it("a reader has a seed of their own, the same on every page, and another one after erasing", () => {
  const seed = ownSeed();
  expect([ownSeed(), [...kept.values()]]).toEqual([seed, [String(seed)]]);
  const others = Array.from({length: 5}, () => {
    forgetSeed();
    return ownSeed();
  });
  expect(new Set([seed, ...others]).size).toBeGreaterThan(1);
});

it("a damaged seed is none", () => {
  ownSeed();
  const [name] = kept.keys();
  for (const text of ["", "null", "seven", "7.5", "-3", "1e9", " 7", "99999999999", "4294967296"]) {
    forgetSeed();
    kept.set(name!, text);
    const seed = ownSeed();
    expect(seed, text).toBeGreaterThanOrEqual(1000);
    expect(kept.get(name!), text).toBe(String(seed));
  }
});

it("stays the same on a page whose browser keeps nothing", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
    removeItem: () => {},
  });
  expect(ownSeed()).toBe(ownSeed());
});

it("a new seed is a whole number of four or five digits", () => {
  const drawn = Array.from({length: 200}, newSeed);
  for (const seed of drawn) expect(String(seed)).toMatch(/^\d{4,5}$/);
  expect(new Set(drawn).size).toBeGreaterThan(150);
});

import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {playThrough} from "../../../src/figures/player.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("visits each place in its turn, and says which is the last", () => {
  const visited: [number, boolean][] = [];
  playThrough([3, 4], 100, (...visit) => visited.push(visit));
  expect(visited).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(visited).toEqual([[3, false]]);
  vi.advanceTimersByTime(1000);
  expect(visited).toEqual([
    [3, false],
    [4, true],
  ]);
  expect(vi.getTimerCount()).toBe(0);
});

it("visits nothing more once it is ended", () => {
  const visited: number[] = [];
  const end = playThrough([1, 2, 3], 100, (place) => {
    visited.push(place);
    if (place === 2) end();
  });
  vi.advanceTimersByTime(1000);
  expect(visited).toEqual([1, 2]);
  expect(vi.getTimerCount()).toBe(0);
});

import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {playStages, playTime} from "../../../../src/figures/time/stage-player.js";
import {stageAfterKey, stageNames} from "../../../../src/figures/time/step-stages.js";

describe("stages", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("light up one after the other, evenly, and then none", () => {
    const lit: (number | undefined)[] = [];
    playStages(3, 300, (index) => lit.push(index));
    expect(lit).toEqual([0]);
    vi.advanceTimersByTime(99);
    expect(lit).toEqual([0]);
    vi.advanceTimersByTime(1);
    expect(lit).toEqual([0, 1]);
    vi.advanceTimersByTime(1000);
    expect(lit).toEqual([0, 1, 2, undefined]);
  });

  test("are ended at once by the next step", () => {
    const lit: (number | undefined)[] = [];
    const stop = playStages(3, 300, (index) => lit.push(index));
    vi.advanceTimersByTime(150);
    stop();
    vi.advanceTimersByTime(1000);
    expect(lit).toEqual([0, 1, undefined]);
  });

  test("play when there is time for them: not at full speed, always by hand", () => {
    expect(playTime(30, false)).toBe(0);
    expect(playTime(500, false)).toBeCloseTo(425, 9);
    expect(playTime(2000, false)).toBeLessThan(2000);
    expect(playTime(60_000, false)).toBe(playTime(1, true));
  });
});

test("arrow keys go along the chain and stop at its ends", () => {
  const last = stageNames.length - 1;
  expect(stageAfterKey(0, "ArrowRight")).toBe(1);
  expect(stageAfterKey(last, "ArrowDown")).toBe(last);
  expect(stageAfterKey(0, "ArrowLeft")).toBe(0);
  expect(stageAfterKey(3, "End")).toBe(last);
  expect(stageAfterKey(3, "Home")).toBe(0);
  for (const key of ["Enter", "a", "constructor"]) expect(stageAfterKey(3, key)).toBeUndefined();
});

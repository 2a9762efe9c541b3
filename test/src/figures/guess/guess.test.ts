import {describe, expect, it} from "vitest";
import {
  emptyGuess,
  type Guess,
  guessAt,
  isReady,
  placeNear,
  shareOf,
  spanOf,
  stepOf,
  valueAt,
  withPlace,
  withStroke,
} from "../../../../src/figures/guess/guess.js";
import {placeAfterKey, riseOfKey} from "../../../../src/figures/guess/guess-hand.js";

const axis = {low: 0, high: 100};
const log = {low: 10, high: 1000, log: true};
const last = emptyGuess.length - 1;

describe("an axis", () => {
  it("turns heights into values and back", () => {
    expect([0, 0.5, 1].map((y) => valueAt(axis, y))).toEqual([0, 50, 100]);
    expect([0, 0.5, 1].map((y) => valueAt(log, y))).toEqual([10, 100, 1000]);
    expect(shareOf(axis, 25)).toBe(0.25);
    expect(shareOf(log, 100)).toBeCloseTo(0.5, 12);
    expect(shareOf(axis, 110)).toBeCloseTo(1.1, 12);
  });

  it("is no finer than a hand, and ends where it ends", () => {
    expect(valueAt(axis, 0.123456)).toBe(12);
    expect(valueAt({low: 0, high: 1}, 0.07)).toBe(0.07);
    expect(valueAt(log, 0.111)).toBe(17);
    expect(valueAt(axis, -3)).toBe(0);
    expect(valueAt(axis, 3)).toBe(100);
  });
});

describe("a guess", () => {
  it("takes a stroke at every place on its way, whichever way it goes", () => {
    const there = withStroke(emptyGuess, axis, {x: 0, y: 0}, {x: 1, y: 1});
    const back = withStroke(emptyGuess, axis, {x: 1, y: 1}, {x: 0, y: 0});
    expect(there).toEqual(emptyGuess.map((_, i) => 5 * i));
    expect(back).toEqual(there);
  });

  it("keeps what is beside a stroke, and what comes last counts", () => {
    const flat = withStroke(emptyGuess, axis, {x: 0, y: 0.5}, {x: 1, y: 0.5});
    const dented = withStroke(flat, axis, {x: 0.5, y: 0.2}, {x: 0.5, y: 0.2});
    expect(dented.filter((value) => value === 50)).toHaveLength(last);
    expect(dented[10]).toBe(20);
  });

  it("of a stroke that goes up in one place ends where the hand is", () => {
    const guess = withStroke(emptyGuess, axis, {x: 0.5, y: 0.2}, {x: 0.51, y: 0.9});
    expect(guess[10]).toBe(90);
    expect(spanOf(guess)).toEqual([10, 10]);
  });

  it("may be drawn past the edges, and stays inside", () => {
    const guess = withStroke(emptyGuess, axis, {x: -0.2, y: -1}, {x: 1.3, y: 2});
    expect(spanOf(guess)).toEqual([0, last]);
    expect(Math.min(...(guess as number[]))).toBe(0);
    expect(Math.max(...(guess as number[]))).toBe(100);
  });

  it("is straight between places that are drawn, on its axis, and says nothing beyond", () => {
    const guess = withPlace(withPlace(emptyGuess, 4, 10), 12, 1000);
    expect(guessAt(guess, axis, 8 / last)).toBeCloseTo(505, 9);
    expect(guessAt(guess, log, 8 / last)).toBeCloseTo(100, 9);
    expect(guessAt(guess, axis, 4 / last)).toBe(10);
    expect(guessAt(guess, axis, 3 / last)).toBeUndefined();
    expect(guessAt(guess, axis, 13 / last)).toBeUndefined();
    expect(guessAt(guess, axis, 1.5)).toBeUndefined();
  });

  it("is ready when it covers half of the run", () => {
    const upTo = (place: number): Guess => withPlace(withPlace(emptyGuess, 0, 1), place, 2);
    expect(isReady(emptyGuess)).toBe(false);
    expect(isReady(upTo(9))).toBe(false);
    expect(isReady(upTo(10))).toBe(true);
    expect(spanOf(emptyGuess)).toBeUndefined();
  });

  it("knows the steps of its places", () => {
    expect([0, 10, last].map((place) => stepOf(place, 600))).toEqual([0, 300, 600]);
    expect([-1, 0.52, 2].map(placeNear)).toEqual([0, 10, last]);
  });
});

describe("keys", () => {
  it.each([
    ["ArrowRight", false, 3, 4],
    ["ArrowLeft", false, 0, 0],
    ["ArrowRight", true, 18, last],
    ["Home", false, 7, 0],
    ["End", false, 7, last],
    ["ArrowUp", false, 7, undefined],
    ["toString", false, 7, undefined],
  ])("%s (shift: %s) goes from %i to %s", (key, shiftKey, from, to) => {
    expect(placeAfterKey(from, {key, shiftKey}, last)).toBe(to);
  });

  it("up and down move the point, with Shift further", () => {
    const up = riseOfKey({key: "ArrowUp", shiftKey: false})!;
    expect(up).toBeGreaterThan(0);
    expect(riseOfKey({key: "ArrowDown", shiftKey: false})).toBe(-up);
    expect(riseOfKey({key: "ArrowUp", shiftKey: true})).toBeGreaterThan(up);
    expect(riseOfKey({key: "a", shiftKey: false})).toBeUndefined();
  });
});

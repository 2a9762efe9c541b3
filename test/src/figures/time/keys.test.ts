import {describe, expect, it} from "vitest";
import {cursorAfterKey} from "../../../../src/figures/plane/plane-pointer.js";
import {nearestStep, stepAfterKey} from "../../../../src/figures/time/checkpoint-steps.js";
import {placeAfterKey} from "../../../../src/figures/time/step-cursor.js";

const checkpoints = [0, 50, 100, 200, 400];

describe("stepAfterKey, the timeline", () => {
  it.each([
    [100, "ArrowRight", 200],
    [100, "ArrowLeft", 50],
    [120, "ArrowRight", 200],
    [120, "ArrowLeft", 100],
    [0, "ArrowLeft", 0],
    [400, "ArrowUp", 400],
    [100, "Home", 0],
    [100, "End", 400],
    [100, "PageUp", 200],
  ])("from %i by %s to %i", (from, key, to) => {
    expect(stepAfterKey(checkpoints, from, key)).toBe(to);
  });

  it("goes nowhere by another key or without checkpoints", () => {
    expect(stepAfterKey(checkpoints, 100, "a")).toBeUndefined();
    expect(stepAfterKey([], 0, "End")).toBeUndefined();
  });
});

describe("nearestStep", () => {
  it("rounds to the nearest checkpoint, down when halfway", () => {
    expect(nearestStep(checkpoints, 149)).toBe(100);
    expect(nearestStep(checkpoints, 151)).toBe(200);
    expect(nearestStep(checkpoints, 150)).toBe(100);
    expect(nearestStep(checkpoints, 9999)).toBe(400);
    expect(nearestStep([], 3)).toBeUndefined();
  });
});

describe("placeAfterKey, the plots", () => {
  const press = (key: string, place: number, shiftKey = false) =>
    placeAfterKey({key, shiftKey}, place, 200);

  it("goes one by arrows, a tenth with Shift or by page, and to the ends", () => {
    expect(press("ArrowRight", 5)).toBe(6);
    expect(press("ArrowLeft", 5)).toBe(4);
    expect(press("ArrowRight", 5, true)).toBe(25);
    expect(press("PageDown", 50)).toBe(30);
    expect(press("Home", 50)).toBe(0);
    expect(press("End", 50)).toBe(199);
  });

  it("stops at the ends", () => {
    expect(press("ArrowLeft", 0)).toBe(0);
    expect(press("PageUp", 195)).toBe(199);
  });

  it("leaves other keys alone", () => {
    expect(press("Tab", 5)).toBeUndefined();
  });
});

describe("cursorAfterKey, the plane", () => {
  const at = {x: 0.1, y: -0.2};

  it("moves by 0.05, with Shift by 0.25, up being up", () => {
    expect(cursorAfterKey(at, {key: "ArrowUp", shiftKey: false}, 1.25)).toEqual({x: 0.1, y: -0.15});
    expect(cursorAfterKey(at, {key: "ArrowLeft", shiftKey: true}, 1.25)).toEqual({
      x: -0.15,
      y: -0.2,
    });
  });

  it("stays on the plane", () => {
    const edge = {x: 1.25, y: -1.24};
    expect(cursorAfterKey(edge, {key: "ArrowRight", shiftKey: true}, 1.25)).toEqual(edge);
    expect(cursorAfterKey(edge, {key: "ArrowDown", shiftKey: false}, 1.25)?.y).toBe(-1.25);
  });

  it("leaves other keys alone", () => {
    expect(cursorAfterKey(at, {key: "Enter", shiftKey: false}, 1.25)).toBeUndefined();
  });
});

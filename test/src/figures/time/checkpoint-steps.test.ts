import {describe, expect, it} from "vitest";
import {nearestStep, stepAfterKey} from "../../../../src/figures/time/checkpoint-steps.js";

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

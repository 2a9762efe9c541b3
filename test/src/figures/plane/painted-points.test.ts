import {describe, expect, it} from "vitest";
import {PaintedPoints} from "../../../../src/figures/plane/painted-points.js";
import {strokePoints} from "../../../../src/figures/plane/plane-geometry.js";

describe("painting", () => {
  it("puts points at even distances however fast the hand is", () => {
    const slow = new PaintedPoints();
    const fast = new PaintedPoints();
    for (const points of [slow, fast]) points.press({x: -0.5, y: 0});
    for (let i = 1; i <= 710; i++) slow.drag({x: -0.5 + i / 1000, y: 0});
    fast.drag({x: 0.21, y: 0});
    expect(fast.count).toBe(21);
    expect(Math.abs(slow.count - fast.count)).toBeLessThanOrEqual(1);
    expect(strokePoints({x: 0, y: 0}, {x: 0.3, y: 0.4}, 0.25)).toEqual([
      {x: 0.15, y: 0.2},
      {x: 0.3, y: 0.4},
    ]);
  });

  it("takes nothing outside [-1, 1] and no more than its most", () => {
    const points = new PaintedPoints(3);
    points.press({x: 1.1, y: 0});
    expect(points.count).toBe(0);
    points.drag({x: 0, y: 0});
    expect(points.count).toBe(3);
    expect(Math.max(...points.values)).toBeLessThanOrEqual(1);
  });

  it("undoes and clears", () => {
    const points = new PaintedPoints();
    points.press({x: 0.5, y: -0.25});
    points.press({x: 0.25, y: 0});
    points.undo();
    expect([...points.values]).toEqual([0.5, -0.25]);
    points.clear();
    expect(points.values.length).toBe(0);
  });

  it("does not drag before it presses", () => {
    const points = new PaintedPoints();
    points.drag({x: 0.5, y: 0.5});
    expect(points.count).toBe(0);
  });
});

import {describe, expect, it} from "vitest";
import {
  arrowFactor,
  eachPoint,
  fieldAt,
  meanField,
  toPixels,
  toPlane,
} from "../../../../src/figures/plane/plane-geometry.js";

/** 3 by 3 nodes at -1, 0, 1; the first row is the lowest: opinion = (column + 3 row) / 10. */
const field = {data: Float32Array.from({length: 9}, (_, i) => i / 10), shape: [3, 3]};

describe("toPixels and toPlane", () => {
  const scale = {extent: 1.25, size: 500};

  it("put the top left corner at (-extent, extent)", () => {
    expect(toPlane(scale, {x: 0, y: 0})).toEqual({x: -1.25, y: 1.25});
    expect(toPixels(scale, {x: 0, y: 0})).toEqual({x: 250, y: 250});
    expect(toPixels(scale, {x: 1, y: 1})).toEqual({x: 450, y: 50});
  });

  it("undo each other", () => {
    const there = toPixels(scale, toPlane(scale, {x: 137, y: 411}));
    expect(there.x).toBeCloseTo(137, 9);
    expect(there.y).toBeCloseTo(411, 9);
  });
});

describe("eachPoint", () => {
  it("visits all whole points, with where each begins", () => {
    const visited: number[][] = [];
    eachPoint({extent: 1, size: 100}, [0, 0, 1, 1, 0.5], (...at) => visited.push(at));
    expect(visited).toEqual([
      [50, 50, 0],
      [100, 0, 2],
    ]);
  });
});

describe("fieldAt", () => {
  it.each([
    [-1, -1, 0],
    [1, -1, 0.2],
    [-1, 1, 0.6],
    [0, 0, 0.4],
    [0.5, 0, 0.45],
    [0, -0.5, 0.25],
    [0.5, 0.5, 0.6],
    [9, -9, 0.2],
  ])("at (%d, %d) is %d", (x, y, value) => {
    expect(fieldAt(field, 1, {x, y})).toBeCloseTo(value, 6);
  });

  it("has the mean of its values over points", () => {
    expect(meanField(field, 1, [-1, -1, 0, 0, 1, 1])).toBeCloseTo(0.4, 6);
    expect(meanField(field, 1, [])).toBeNaN();
  });
});

describe("arrowFactor", () => {
  it("makes all but the longest twentieth fit", () => {
    const vectors = Array.from({length: 100}, (_, i) => [0, i < 97 ? 2 : 500]).flat();
    expect(arrowFactor(vectors, 24)).toBe(12);
  });

  it("is zero when there is nothing to draw", () => {
    expect(arrowFactor([], 24)).toBe(0);
    expect(arrowFactor([0, 0, 0, 0], 24)).toBe(0);
    expect(arrowFactor([Number.NaN, 1], 24)).toBe(0);
  });
});

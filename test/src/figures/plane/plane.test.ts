import {describe, expect, it} from "vitest";
import {PaintedPoints} from "../../../../src/figures/plane/painted-points.js";
import {
  arrowFactor,
  fieldAt,
  meanField,
  strokePoints,
  toPixels,
  toPlane,
} from "../../../../src/figures/plane/plane-geometry.js";
import {opinionColour} from "../../../../src/figures/plane/plane-layers.js";
import {
  paintedText,
  placeText,
  plainText,
  planeSummary,
} from "../../../../src/figures/plane/plane-text.js";

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

describe("opinionColour", () => {
  const colours = {
    paper: [255, 255, 255],
    ink: [0, 0, 0],
    real: [0, 0, 255],
    generated: [255, 100, 0],
    judge: [0, 90, 0],
  } as const;

  it("is paper at one half and symmetrical in its strength", () => {
    expect(opinionColour(colours, 0.5)).toEqual([255, 255, 255]);
    expect(opinionColour(colours, 1)).toEqual([153, 153, 255]);
    expect(opinionColour(colours, 0)).toEqual([255, 193, 153]);
  });

  it("darkens with certainty on either side", () => {
    const lightness = (p: number) => opinionColour(colours, p).reduce((sum, c) => sum + c, 0);
    expect(lightness(0.7)).toBeGreaterThan(lightness(0.9));
    expect(lightness(0.3)).toBeGreaterThan(lightness(0.1));
  });
});

describe("words", () => {
  it("say where and what the judge thinks", () => {
    expect(placeText({x: 0.5, y: -0.001}, field, 1)).toBe(
      "x 0.50, y 0.00: the judge says 0.45 real",
    );
    expect(placeText({x: -0.5, y: 0.5}, undefined, 1)).toBe("x −0.50, y 0.50");
  });

  it("sum the plane up", () => {
    const real = {data: Float32Array.of(1, 1, 1, 1), shape: [2, 2]};
    const generated = {data: Float32Array.of(-1, -1), shape: [1, 2]};
    expect(planeSummary({real, generated, field}, 1)).toBe(
      "2 real points, 1 generated point, the judge says 0.80 real at the real points, 0.00 at the generated ones",
    );
    expect(planeSummary({}, 1)).toBe("empty");
  });

  it("say how many generated points the frame does not show", () => {
    const generated = {data: Float32Array.of(0, 0, 2, 0, 0, -9, Number.NaN, 0), shape: [4, 2]};
    expect(plainText(generated, 1.25)).toMatch(/ 3 generated points lie beyond the frame\.$/);
    expect(plainText({data: Float32Array.of(2, 2), shape: [1, 2]}, 1)).toMatch(/ 1 .* lies beyond/);
    expect(plainText({data: Float32Array.of(1, 1), shape: [1, 2]}, 1)).not.toMatch(/beyond/);
  });

  it("count what was painted", () => {
    expect(paintedText(0)).toMatch(/^Paint inside the frame/);
    expect(paintedText(1)).toBe("1 point painted");
    expect(paintedText(1200)).toBe("1,200 points painted");
  });
});

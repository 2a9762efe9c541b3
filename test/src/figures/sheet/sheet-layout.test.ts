import {describe, expect, it} from "vitest";
import {
  cellAfterKey,
  cellAt,
  cellCorner,
  fullSheetWidth,
  layoutSheet,
} from "../../../../src/figures/sheet/sheet-layout.js";

const shape = {columns: 8, rows: 5, side: 28, scale: 3, scored: true};

describe("layoutSheet", () => {
  it("shows three CSS pixels per picture pixel where there is room", () => {
    for (const ratio of [1, 1.5, 2, 3]) {
      const layout = layoutSheet(shape, fullSheetWidth(shape, ratio), ratio);
      expect(layout.scale).toBe(Math.floor(3 * ratio));
    }
  });

  it("takes whole device pixels and never more than the width, on any screen wide enough", () => {
    for (const ratio of [1, 1.25, 2, 2.625, 3])
      for (let width = 260; width < 900; width += 7) {
        const layout = layoutSheet(shape, width, ratio);
        for (const size of Object.values(layout)) expect(Number.isInteger(size)).toBe(true);
        expect(layout.width).toBeLessThanOrEqual(width * ratio);
      }
  });

  it("is as large as fits: one pixel more per picture pixel would not", () => {
    const {width, scale} = layoutSheet(shape, 600, 1);
    expect(scale).toBe(2);
    expect(width + 8 * 28).toBeGreaterThan(600);
  });

  it("never falls below one device pixel", () => {
    expect(layoutSheet(shape, 0, 1).scale).toBe(1);
  });
});

describe("cellAt", () => {
  it("finds each picture at its centre and corners", () => {
    const layout = layoutSheet(shape, 700, 1);
    for (let i = 0; i < 40; i++) {
      const [x, y] = cellCorner(shape, layout, i);
      for (const part of [0, 0.5, 0.99])
        expect(cellAt(shape, layout, x + part * layout.cell, y + part * layout.cell)).toBe(i);
    }
  });

  it("is -1 outside", () => {
    const layout = layoutSheet(shape, 700, 1);
    expect(cellAt(shape, layout, -1, 10)).toBe(-1);
    expect(cellAt(shape, layout, 10, layout.height + 10)).toBe(-1);
    expect(cellAt(shape, layout, layout.width + 10, 10)).toBe(-1);
  });
});

describe("cellAfterKey", () => {
  it.each([
    [9, "ArrowLeft", 8],
    [9, "ArrowRight", 10],
    [9, "ArrowUp", 1],
    [9, "ArrowDown", 17],
    [9, "Home", 0],
    [9, "End", 39],
    [3, "ArrowUp", 3],
    [0, "ArrowLeft", 0],
    [39, "ArrowRight", 39],
    [35, "ArrowDown", 35],
  ])("from %i by %s to %i", (from, key, to) => {
    expect(cellAfterKey(shape, 40, from, key)).toBe(to);
  });

  it("leaves other keys alone", () => {
    expect(cellAfterKey(shape, 40, 9, "Tab")).toBeUndefined();
    expect(cellAfterKey(shape, 40, 9, "toString")).toBeUndefined();
  });
});

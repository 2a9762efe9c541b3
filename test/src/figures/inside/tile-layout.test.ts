import {expect, test} from "vitest";
import {tileAt, tileLayout} from "../../../../src/figures/inside/tile-layout.js";

test("tiles are whole numbers of pixels wide, as many in a row as there is room for", () => {
  const layout = tileLayout({count: 16, height: 3, width: 3}, 36, 300);
  expect(layout).toEqual({count: 16, columns: 7, scale: 12, pitchX: 40, pitchY: 40});
  expect(tileAt(layout, 1, 1)).toBe(0);
  expect(tileAt(layout, 6 * 40 + 5, 2 * 40 + 5)).toBeUndefined(); // the last row has two
  expect(tileAt(layout, 41, 2 * 40 + 5)).toBe(15);
  expect(tileAt(layout, 7 * 40 + 1, 5)).toBeUndefined();
});

test("one that is wider than the room is made to fit", () => {
  const {scale, columns} = tileLayout({count: 1, height: 8, width: 784}, 64, 300);
  expect(columns).toBe(1);
  expect(scale * 784).toBeLessThanOrEqual(300);
  expect(tileLayout({count: 1, height: 8, width: 100}, 640, 300).scale).toBe(2);
});

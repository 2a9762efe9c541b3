import {expect, test} from "vitest";
import {
  actionCount,
  canvasSide,
  directionCount,
  endsOf,
  placeOf,
  strokeInks,
} from "../../lib/strokes.js";

/** The action at a place, and in direction 0 it is level. */
const actionAt = (row: number, column: number, direction: number) =>
  (row * 14 + column) * directionCount + direction;

test("there are 1,568 strokes, and each is one place and one direction", () => {
  expect(actionCount).toBe(1568);
  expect(placeOf(actionAt(3, 11, 5))).toEqual({row: 3, column: 11, direction: 5});
  const all = Array.from({length: actionCount}, (_, action) => JSON.stringify(placeOf(action)));
  expect(new Set(all).size).toBe(actionCount);
});

test("what is no stroke is refused", () => {
  for (const action of [-1, 1568, 0.5, Number.NaN])
    expect(() => placeOf(action)).toThrow(`invalid action: ${action} (an integer from 0 to 1567)`);
});

test("a line is 7 pixels long, centred between pixels, whatever its direction", () => {
  for (let direction = 0; direction < directionCount; direction++) {
    const [x0, y0, x1, y1] = endsOf(actionAt(6, 7, direction));
    expect(Math.hypot(x1 - x0, y1 - y0)).toBeCloseTo(7, 9);
    expect([(x0 + x1) / 2, (y0 + y1) / 2]).toEqual([15, 13]);
  }
  expect(endsOf(actionAt(6, 7, 0))).toEqual([11.5, 13, 18.5, 13]);
  expect(endsOf(actionAt(6, 7, 4))).toEqual([15, 9.5, 15, 16.5]);
});

test("a level stroke's ink, by hand: two full rows, two at 1.2 + 0.5 - 1.5", () => {
  const {pixels, ink} = strokeInks()[actionAt(6, 7, 0)]!;
  const at = (row: number, column: number) => {
    const i = pixels.indexOf(row * canvasSide + column);
    return i < 0 ? 0 : ink[i]!;
  };
  expect(at(12, 15)).toBe(1);
  expect(at(13, 15)).toBe(1);
  expect(at(11, 15)).toBeCloseTo(0.2, 6);
  expect(at(14, 15)).toBeCloseTo(0.2, 6);
  expect(at(10, 15)).toBe(0);
  expect(at(12, 8)).toBe(0);
});

test("a stroke's ink is the same mirrored, and at another place", () => {
  const dark = (action: number) => [...strokeInks()[action]!.ink].sort();
  expect(dark(actionAt(6, 7, 1))).toEqual(dark(actionAt(6, 7, 7)));
  expect(dark(actionAt(6, 7, 2))).toEqual(dark(actionAt(5, 4, 2)));
  expect(strokeInks()[actionAt(0, 0, 2)]!.ink.length, "cut off at the corner").toBeLessThan(
    strokeInks()[actionAt(6, 7, 2)]!.ink.length,
  );
});

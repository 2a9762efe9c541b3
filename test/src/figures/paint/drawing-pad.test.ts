import {expect, it} from "vitest";
import {cursorText, strokesText} from "../../../../src/figures/paint/drawing-pad.js";

it("the pad's words say where the pen is and what is drawn", () => {
  expect(cursorText({x: 14, y: 8}, false)).toBe("column 14, row 8");
  expect(cursorText({x: 1, y: 27}, true)).toBe("column 1, row 27; the pen is down");
  expect([0, 1, 2].map(strokesText)).toEqual([
    "nothing drawn",
    "1 stroke drawn",
    "2 strokes drawn",
  ]);
});

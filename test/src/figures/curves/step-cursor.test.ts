import {describe, expect, it} from "vitest";
import {placeAfterKey} from "../../../../src/figures/curves/step-cursor.js";

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

import {describe, expect, it} from "vitest";
import {shadeOf} from "../../../../../src/figures/plane/layers/field.js";

describe("shadeOf", () => {
  const shades = {low: [255, 100, 0], middle: [255, 255, 255], high: [0, 0, 255]} as const;

  it("is the middle at one half and symmetrical in its strength", () => {
    expect(shadeOf(shades, 0.5)).toEqual([255, 255, 255]);
    expect(shadeOf(shades, 1)).toEqual([153, 153, 255]);
    expect(shadeOf(shades, 0)).toEqual([255, 193, 153]);
  });

  it("darkens with certainty on either side", () => {
    const lightness = (p: number) => shadeOf(shades, p).reduce((sum, c) => sum + c, 0);
    expect(lightness(0.7)).toBeGreaterThan(lightness(0.9));
    expect(lightness(0.3)).toBeGreaterThan(lightness(0.1));
  });
});

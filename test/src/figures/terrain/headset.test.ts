import {expect, it} from "vitest";
import {stripsFrom} from "../../../../src/figures/terrain/headset.js";

it("paints what is looked at first, and every strip once", () => {
  const strips = stripsFrom(0);
  expect(strips.slice(0, 5)).toEqual([0, 1, 15, 2, 14]);
  for (const heading of [0, 22.4, 22.5, 180, 359.9]) {
    const order = stripsFrom(heading);
    expect(order[0]).toBe(Math.floor(heading / 22.5));
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({length: 16}, (_, i) => i));
  }
});

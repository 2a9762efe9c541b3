import {expect, test} from "vitest";
import {textArray, textOf} from "../../lib/text-array.js";

test("text comes back as it was, in any script", () => {
  for (const text of ["", "red apple", "Größe · éléphant", "🍎 שלום"])
    expect(textOf(textArray(text))).toBe(text);
  expect(textArray("é").shape).toEqual([2]);
});

import {expect, it} from "vitest";
import {isGenerous} from "../../../src/experiment/line.js";

it("fetches nothing unasked where data is saved or slow, and trusts a browser that says nothing", () => {
  expect(isGenerous({})).toBe(true);
  expect(isGenerous({saveData: false, effectiveType: "4g"})).toBe(true);
  expect(isGenerous({saveData: true, effectiveType: "4g"})).toBe(false);
  for (const effectiveType of ["slow-2g", "2g", "3g"])
    expect(isGenerous({effectiveType}), effectiveType).toBe(false);
});

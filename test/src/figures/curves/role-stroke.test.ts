import {expect, it} from "vitest";
import {strokeDashes} from "../../../../src/figures/curves/role-stroke.js";

it("curves differ by dash wherever they may differ by colour alone", () => {
  expect(new Set(strokeDashes(["judge", "generated", "real", "chance"])).size).toBe(4);
  expect(new Set(strokeDashes(["generated", "generated"])).size).toBe(2);
});

import {expect, test} from "vitest";
import {oneHotRows} from "../../../lib/models/one-hot-rows.js";

test("a row has 1 at its class, and nothing without a label", () => {
  expect([...oneHotRows([2, undefined, 0], 3)]).toEqual([0, 0, 1, 0, 0, 0, 1, 0, 0]);
});

test.each([-1, 3, 0.5, Number.NaN])("a label of %d is refused", (label) => {
  expect(() => oneHotRows([label], 3)).toThrow(/invalid label: .* \(a whole number from 0 to 2\)/);
});

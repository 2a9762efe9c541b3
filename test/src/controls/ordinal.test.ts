import {expect, it} from "vitest";
import {ordinal} from "../../../src/controls/ordinal.js";

it("says ranks as they are spoken", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 113].map(ordinal)).toEqual([
    ...["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "113th"],
  ]);
});

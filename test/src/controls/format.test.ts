import {expect, it} from "vitest";
import {counted} from "../../../src/controls/format.js";

it("counts things in words: one of them, or none and many", () => {
  expect([0, 1, 2, 1204].map((count) => counted(count, "picture"))).toEqual([
    "0 pictures",
    "1 picture",
    "2 pictures",
    "1,204 pictures",
  ]);
});

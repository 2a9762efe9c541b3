import {expect, it} from "vitest";
import {verdictText} from "../../../../src/figures/bars/probability-bars.js";

const names = ["cat", "dog", "owl"];

it("the verdict names the surest class, the first of equals", () => {
  expect(verdictText(names, [0.2, 0.5, 0.3])).toBe("most likely dog, 50 %");
  expect(verdictText(names, [0.4, 0.4, 0.2])).toBe("most likely cat, 40 %");
  expect(verdictText(names, undefined)).toBe("no answer yet");
});

import {expect, it} from "vitest";
import {probabilityText} from "../../../src/figures/probability-text.js";

it.each([
  [0, "0 %"],
  [0.0001, "< 0.1 %"],
  [0.0312, "3.1 %"],
  [0.09951, "10 %"],
  [0.4, "40 %"],
  [0.9894, "99 %"],
  [0.9912, "99.1 %"],
  [0.99949, "99.9 %"],
  [0.99999, "> 99.9 %"],
])("writes a probability of %d as %s", (probability, text) => {
  expect(probabilityText(probability)).toBe(text);
});

import {expect, test} from "vitest";
import {
  innocentsText,
  mistakesText,
  probabilityText,
} from "../../../../src/figures/provenance/held-back-text.js";

test("both kinds of mistake are told with their intervals, and beside a filter that draws lots", () => {
  expect(mistakesText("4", {held: 98, count: 100}, {held: 1, count: 900})).toBe(
    "Of 100 pictures of a 4, 2 slip through: 2.0 % (0.2 to 7.0). Of 900 others, 1 is held back: 0.1 % (0.0 to 0.6) false alarms. A filter that holds back as many, drawn by lot, would let 90 % of each kind through.",
  );
  expect(mistakesText("7", {held: 99, count: 100}, {held: 90, count: 900})).toMatch(
    /^Of 100 pictures of a 7, 1 slips through: 1.0 % .* 90 are held back: 10 % \(8.1 to 12\)/,
  );
});

test("a probability is told with enough digits to be told from the limit", () => {
  const said = [0.5, 0.0042, 0.00099, 0.000132, 0.0000345, 0.00001, 0.000009, 0].map(
    probabilityText,
  );
  expect(said).toEqual([
    ...["50 %", "0.4 %", "0.099 %", "0.013 %", "0.0034 %", "0.001 %"],
    ...["under 0.001 %", "under 0.001 %"],
  ]);
});

test("innocents are told where some are held, and where nothing is", () => {
  const found = {held: 100, count: 100};
  expect(innocentsText("4", found, {held: 11, count: 900}, 1000)).toBe(
    "Where 1 picture in 1,000 is a 4: of 100 that are held back, 92 show no 4 (85 to 96).",
  );
  const nothing = {held: 0, count: 100};
  expect(innocentsText("4", nothing, {held: 0, count: 900}, 10)).toBe(
    "Where 1 picture in 10 is a 4: nothing is held back, so nobody wrongly.",
  );
});

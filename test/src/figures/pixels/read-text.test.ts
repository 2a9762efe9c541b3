import {expect, it} from "vitest";
import {keptText, readText} from "../../../../src/figures/pixels/read-text.js";

it("says what is read in a digit", () => {
  expect([readText(6, 9), readText(8, 8)]).toEqual(["6, read as 9", "8, read so"]);
});

it("says how many are read as what they were, and which suffer most", () => {
  const kept = [20, 20, 3, 20, 20, 20, 3, 20, 20, 20];
  expect(keptText({kept, each: 20})).toBe(
    "166 of 200 digits are still read as what they were. Fewest of 2 and 6: 3 of 20.",
  );
  expect(keptText({kept: kept.map(() => 20), each: 20})).toMatch(/^200 of 200 .* were\.$/);
  expect(keptText({kept: kept.map(() => 0), each: 20})).toMatch(/^0 of 200 .* were\.$/);
});

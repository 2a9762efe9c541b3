import {expect, test} from "vitest";
import {sharesOf} from "../../../../src/figures/provenance/score-plot.js";
import {differenceOf} from "../../../../src/figures/provenance/watermark.js";
import {oddsText, shownText} from "../../../../src/figures/provenance/watermark-text.js";

test("scores are counted by bins of a half, and what lies beyond the plot stands at its ends", () => {
  const shares = sharesOf([-4, -99, 0, 0.49, 11.9, 99]);
  expect(shares).toHaveLength(32);
  expect(shares[0]).toBeCloseTo(2 / 6, 12);
  expect(shares[8]).toBeCloseTo(2 / 6, 12);
  expect(shares.at(-1)).toBeCloseTo(2 / 6, 12);
});

test("what was added is grey where nothing was", () => {
  const picture = (...values: number[]) => ({
    data: Uint8Array.from(values),
    shape: [1, 1, 4, 1] as const,
  });
  const {data} = differenceOf(picture(0, 10, 10, 200), picture(0, 18, 2, 255));
  expect([...data]).toEqual([128, 192, 64, 255]);
});

test("chances are told as odds, and the verdict by the limit", () => {
  expect(oddsText(0)).toBe("50 %");
  expect(oddsText(2.326)).toBe("1 in 100");
  expect(oddsText(20)).toBe("less than 1 in a million million");
  expect(shownText(3, 2)).toMatch(/^The mark is found in this picture: its score is 3.0/);
  expect(shownText(1, 2)).toMatch(/^No mark is found/);
});

import {expect, test} from "vitest";
import {sharesOf} from "../../../../src/figures/bars/share-bars.js";
import {shareRowText, shareSummary} from "../../../../src/figures/bars/share-text.js";

const shares = sharesOf([0.812, 0.75, 0.86, 0.004, 0, 0.02]);

test("shares are read three by three", () => {
  expect(shares).toEqual([
    {share: 0.812, low: 0.75, high: 0.86},
    {share: 0.004, low: 0, high: 0.02},
  ]);
});

test("a share has its interval, and all are said in words", () => {
  expect(shares.map(shareRowText)).toEqual(["81 % (75 to 86)", "0 % (0 to 2)"]);
  const rows = shares.map((share) => ({share, reference: share}));
  expect(shareSummary(["glasses", "skin"], rows)).toBe("glasses 81 %, skin 0 %");
  expect(shareSummary(["glasses"], undefined)).toBe("not measured yet");
});

import {expect, test} from "vitest";
import {
  agreementText,
  askedText,
  estimateText,
  lookedText,
  pointsText,
  seenText,
} from "../../../../src/figures/saliency/saliency-text.js";

test("what a network sees is told with its probability, and is never said to be certain", () => {
  expect(seenText(7, 0.9811)).toBe("It sees a 7, with 98.1 %.");
  expect(seenText(8, 0.99999)).toBe("It sees an 8, with more than 99.9 %.");
  expect(askedText(8)).toBe("The maps show what speaks for an 8, and against it.");
});

test("an agreement has two digits, a proper minus, and no sign where it rounds to nothing", () => {
  expect([0.989, -0.123, -0.001, 1].map(agreementText)).toEqual(["0.99", "−0.12", "0.00", "1.00"]);
  expect(agreementText(Number.NaN)).toBe("–");
});

test("falls are told in hundredths, with their interval", () => {
  expect(estimateText({value: 0.287, low: 0.178, high: 0.415}, pointsText)).toBe("29 (18 to 42)");
  expect(estimateText({value: -0.002, low: -0.031, high: 0.029}, pointsText)).toBe("0 (−3 to 3)");
  expect(pointsText(Number.NaN)).toBe("–");
});

test("while it looks it says how far it is", () => {
  expect(lookedText(12, 30)).toBe("Three networks look at the pictures, in three ways: 12 of 30.");
});

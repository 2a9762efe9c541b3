import {expect, test} from "vitest";
import {agreementText} from "../../figures/bars/agreement-bars.js";
import {clothes} from "../../lib/datasets/clothes.js";
import {digits} from "../../lib/datasets/digits.js";
import {askedClasses, seenText} from "./asked-classes.js";

test("digits are asked for one after the other, blanks or not", () => {
  expect(askedClasses("2026", digits.classNames)).toEqual([2, 0, 2, 6]);
  expect(askedClasses(" 4 2 ", digits.classNames)).toEqual([4, 2]);
});

test("clothes are asked for by name, between commas, in any case", () => {
  expect(askedClasses("Coat, t-shirt,ANKLE BOOT", clothes.classNames)).toEqual([4, 0, 9]);
});

test("what was never learned is named, with all that there is", () => {
  expect(() => askedClasses("2a", digits.classNames)).toThrow(
    /It never learned “a”\. There is: 0, 1, .* 9\./,
  );
  expect(() => askedClasses("hat", clothes.classNames)).toThrow(/“hat”.*T-shirt, trousers/);
  expect(() => askedClasses("  ", digits.classNames)).toThrow(/Nothing is asked for yet/);
  expect(() => askedClasses("1234567890123", digits.classNames)).toThrow(
    /13 are too many: at most 12/,
  );
});

test("what the classifier sees is said beside what was asked", () => {
  expect(seenText([2, 0], [2, 0], digits.classNames)).toBe("Asked for 20; the classifier sees 20.");
  expect(seenText([4, 8], [4, 6], clothes.classNames)).toBe(
    "Asked for coat, bag; the classifier sees coat, shirt: 1 of 2 as asked.",
  );
});

test("the class that is seen least often is said", () => {
  expect(agreementText(["a", "b", "c"], [98, 82.4, 90])).toBe("least often b, 82 %");
  expect(agreementText(["a"], undefined)).toBe("not measured yet");
});

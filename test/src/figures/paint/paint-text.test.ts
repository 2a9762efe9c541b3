import {expect, test} from "vitest";
import {
  doneText,
  nextText,
  percentText,
  strokeText,
} from "../../../../src/figures/paint/paint-text.js";

const rewards = [0.25, -0.034, 0.5];

test("a stroke is told with its reward and what is done by then", () => {
  expect(strokeText(0, rewards)).toBe("an empty canvas; 3 strokes to come");
  expect(strokeText(1, rewards)).toBe("stroke 1 of 3 earned +25 %; 25 % of the task is done");
  expect(strokeText(2, rewards)).toBe("stroke 2 of 3 earned −3.4 %; 22 % of the task is done");
  expect(strokeText(3, rewards)).toBe("stroke 3 of 3 earned +50 %; 72 % of the task is done");
});

test("less than nothing is said to be so", () => {
  expect(doneText([-1.5, 0.2], 2)).toBe("worse than an empty canvas by 130 % of the task");
});

test("per cents have a sign, and decimals only where they are small", () => {
  expect(percentText(0.101)).toBe("+10 %");
  expect(percentText(0.0009)).toBe("+0.1 %");
  expect(percentText(-0.2)).toBe("−20 %");
  expect(percentText(0)).toBe("0 %");
  expect(percentText(-0.0001)).toBe("0 %");
});

test("what may come next is told by the surest", () => {
  expect(nextText([0.34, 0.1])).toBe("surest stroke: 34 %");
  expect(nextText([])).toBe("finished");
  expect(nextText(undefined)).toBe("finished");
});

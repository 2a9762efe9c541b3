import {expect, it} from "vitest";
import {costText, spanOf, toldText} from "../../../../src/figures/labels/label-cost-text.js";
import {
  agreementText,
  disagree,
  labelsText,
} from "../../../../src/figures/labels/labelling-text.js";

it("says how far two labellers agree, with an interval that holds it", () => {
  const a = Array.from({length: 20}, (_, i) => i % 10);
  const b = a.map((label, i) => (i < 4 ? (label + 1) % 10 : label));
  const [, alike, kappa, low, high] =
    /^You: (\d+) of 20 alike, κ = ([\d.]+) \(([\d.]+) to ([\d.]+)\)$/.exec(
      agreementText("You", a, b),
    )!;
  expect([alike, kappa]).toEqual(["16", "0.78"]);
  expect(Number(low)).toBeLessThan(0.65);
  expect(Number(low)).toBeGreaterThan(0.4);
  expect(Number(high)).toBeGreaterThan(0.88);
  expect(agreementText("You", a, a)).toBe("You: 20 of 20 alike, κ = 1.00 (1.00 to 1.00)");
});

it("finds the pictures on which not all three agree", () => {
  expect(disagree({yours: 4, truth: 9, network: 9})).toBe(true);
  expect(disagree({yours: 9, truth: 9, network: 4})).toBe(true);
  expect(disagree({yours: 9, truth: 9, network: 9})).toBe(false);
  expect(labelsText({yours: 4, truth: 9, network: 8})).toBe("you 4, file 9, network 8");
});

it("says what wrong labels cost, over the draws so far", () => {
  const courses = [
    {one: [0.8, 0.6], majority: [0.8, 0.75]},
    {one: [0.84, 0.7], majority: [0.84, 0.81]},
  ];
  expect(spanOf([0.8, 0.84]).mean).toBeCloseTo(0.82, 12);
  expect(costText(courses, 1, 0.3)).toBe(
    "With 30 % wrong labels, right about new digits: 65 % (60 to 70) by one labeller, 78 % (75 to 81) by the majority of three; 2 draws of pictures.",
  );
  expect(costText([], 1, 0.3)).toMatch(/first of five/);
  expect([toldText(3, 7), toldText(7, 7)]).toEqual(["told 3, is 7", "7"]);
});

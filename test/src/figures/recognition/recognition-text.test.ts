import {expect, it} from "vitest";
import {
  answerText,
  observerText,
  trialsOf,
  verdictText,
} from "../../../../src/figures/recognition/recognition-text.js";

const named = [
  {level: 0.2, truth: 7, yours: 7, network: 8},
  {level: 0.8, truth: 8, yours: 3, network: 8},
];
const at = (threshold: number, low: number, high: number) => ({
  fit: {threshold, spread: 0.04, lapse: 0},
  interval: [low, high] as const,
});

it("counts for each observer what it named rightly", () => {
  expect(trialsOf("yours", named)).toEqual([
    {level: 0.2, isRight: true},
    {level: 0.8, isRight: false},
  ]);
  expect(trialsOf("network", named).map(({isRight}) => isRight)).toEqual([false, true]);
});

it("says what it was, and what both said", () => {
  expect(answerText(named[1]!, 0.934)).toBe("It is an 8. You said 3, the network 8, with 93 %.");
  expect(observerText("You", trialsOf("yours", named), at(0.31, 0.24, 0.38))).toBe(
    "You: 1 of 2 pictures right; halfway at 0.31 (0.24 to 0.38).",
  );
});

it("names a winner only where the intervals lie apart", () => {
  expect(verdictText(at(0.3, 0.2, 0.4), at(0.7, 0.66, 0.72))).toMatch(/^You see it first/);
  expect(verdictText(at(0.7, 0.6, 0.8), at(0.5, 0.4, 0.55))).toMatch(/^The network sees it first/);
  expect(verdictText(at(0.5, 0.4, 0.67), at(0.7, 0.66, 0.72))).toMatch(/not settled/);
  expect(verdictText(undefined, at(0.7, 0.66, 0.72))).toMatch(/ten pictures/);
});

import {expect, test} from "vitest";
import {exampleWords, scoreWords, textScoreOf} from "./text-score.js";

const pairs = (own: number, other: number) =>
  Float32Array.from({length: 2500}, (_, i) => (i % 51 === 0 ? own : other) + 0.01 * (i % 7));

test("own captions score above swapped ones where they are nearer, and as much where they are not", () => {
  const near = textScoreOf(pairs(0.5, 0), 50)!;
  expect(near.value).toBeCloseTo(0.53, 2);
  expect(near.interval.low).toBeGreaterThan(near.swapped.high);
  expect(near.swapped.low).toBeCloseTo(0.03, 1);
  const alike = textScoreOf(pairs(0.2, 0.2), 50)!;
  expect(alike.value).toBeLessThan(alike.swapped.high + 0.005);
  expect(textScoreOf(pairs(Number.NaN, 0), 50)).toBeUndefined();
});

test("a score is told with its interval and with what swapped captions score", () => {
  const [interval, swapped] = [
    {low: 0.38, high: 0.44},
    {low: -0.02, high: 0.03},
  ];
  expect(scoreWords({value: 0.41, interval, swapped}, 50)).toBe(
    "The mean of 50 pairs is 0.41, with an interval of 95 % from 0.38 to 0.44. Each picture with the caption of another one: −0.02 to 0.03.",
  );
});

test("the best and the worst caption are named with what they get elsewhere", () => {
  const similarities = Float32Array.of(0.5, 0, 0.2, 0.1, 0.9, 0.3, 0.4, 0.6, -0.25);
  expect(exampleWords(similarities, ["apple", "car", "clock"])).toBe(
    "Best of the 3 shown: “car”, 0.90 with its own picture and 0.20 with others. Worst: “clock”, −0.25 with its own picture and 0.50 with others.",
  );
});

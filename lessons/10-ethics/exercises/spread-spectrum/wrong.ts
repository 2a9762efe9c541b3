import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const moved = "pixel + strength * signs[i]!";
const ends = "Math.min(255, Math.max(0, moved))";
const mean = "pixel - sum / around.length";
const result = "agreement / Math.sqrt(squares)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "signs-turned",
    expect: "the signs are turned round",
    replace: [[moved, "pixel - strength * signs[i]!"]],
  },
  {
    name: "no-strength",
    expect: "the strength is left out",
    replace: [[moved, "pixel + signs[i]!"]],
  },
  {
    name: "all-lighter",
    expect: "every pixel became lighter",
    replace: [[moved, "pixel + strength"]],
  },
  {
    name: "multiplied",
    expect: "this multiplies",
    replace: [[moved, "pixel * (1 + (strength * signs[i]!) / 255)"]],
  },
  {name: "no-ends", expect: "below 0 or above 255", replace: [[ends, "moved"]]},
  {
    name: "no-upper-end",
    expect: "above 255, which no pixel",
    replace: [[ends, "Math.max(0, moved)"]],
  },
  {
    name: "half-at-ends",
    expect: "divides one neighbour by 2",
    replace: [[mean, "pixel - sum / 2"]],
  },
  {
    name: "mean-minus-pixel",
    expect: "the mean minus the pixel",
    replace: [[mean, "sum / around.length - pixel"]],
  },
  {
    name: "sum-of-neighbours",
    expect: "takes the sum of the neighbours",
    replace: [[mean, "pixel - sum"]],
  },
  {
    name: "itself-in-the-mean",
    expect: "the pixel itself is in the mean",
    replace: [[mean, "pixel - (sum + pixel) / (around.length + 1)"]],
  },
  {
    name: "mean-of-the-row",
    expect: "mean of the whole row",
    replace: [[mean, "pixel - (0 * sum + pixels.reduce((a, b) => a + b, 0)) / pixels.length"]],
  },
  {name: "sum-alone", expect: "this is the sum alone", replace: [[result, "agreement"]]},
  {name: "no-root", expect: "the root is missing", replace: [[result, "agreement / squares"]]},
  {
    name: "root-of-count",
    expect: "root of the count",
    replace: [[result, "agreement / Math.sqrt(residuals.length)"]],
  },
  {
    name: "mean-of-squares",
    expect: "not their mean",
    replace: [[result, "agreement / Math.sqrt(squares / residuals.length)"]],
  },
  {
    name: "never-below-zero",
    expect: "a score may be below 0",
    replace: [[result, "Math.abs(agreement) / Math.sqrt(squares)"]],
  },
  {
    name: "even-picture",
    expect: "this divides by 0",
    replace: [["squares === 0 ? 0 : ", ""]],
  },
  {
    name: "one-alarm-too-few",
    expect: "this one is an alarm itself",
    replace: [["return sorted[alarms]!;", "return sorted[Math.max(0, alarms - 1)]!;"]],
  },
  {
    name: "from-the-lowest",
    expect: "this counts from the lowest",
    replace: [["b - a", "a - b"]],
  },
  {
    name: "as-words",
    expect: "sorted as words",
    replace: [["[...scores].sort((a, b) => b - a)", "[...scores].sort().reverse()"]],
  },
  {
    name: "not-sorted",
    expect: "were not sorted",
    replace: [["return sorted[alarms]!;", "return scores[alarms]! + 0 * sorted.length;"]],
  },
];

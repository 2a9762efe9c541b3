import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const error = "(p, i) => p - targets[i]!";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "every error is positive",
    replace: [[error, "(p, i) => Math.abs(p - targets[i]!)"]],
  },
  {
    name: "squared",
    expect: "a square has no sign either",
    replace: [[error, "(p, i) => (p - targets[i]!) ** 2"]],
  },
  {
    name: "turned",
    expect: "now it goes up the slope",
    replace: [[error, "(p, i) => targets[i]! - p"]],
  },
  {name: "no-target", expect: "as if no were always right", replace: [[error, "(p) => p"]]},
  {
    name: "only-the-sign",
    expect: "only the direction",
    replace: [[error, "(p, i) => Math.sign(p - targets[i]!)"]],
  },
  {
    name: "sign-of-the-loss",
    expect: "the sign of the loss is wrong now",
    replace: [["-Math.log(", "Math.log("]],
  },
  {
    name: "loss-turned",
    expect: "have changed places in the loss",
    replace: [["? p : 1 - p", "? 1 - p : p"]],
  },
  {
    name: "sum-of-slopes",
    expect: "the mean over the pictures, not the sum",
    replace: [
      ["=> mean(errors.map((error, i)", "=> sum(errors.map((error, i)"],
      ["0.5 * mean(errors)", "0.5 * sum(errors)"],
    ],
  },
  {
    name: "stands-still",
    expect: "now nothing moves",
    replace: [
      ["weight - 0.5 * slopes[j]!", "weight"],
      ["bias - 0.5 * mean(errors)", "bias"],
    ],
  },
];

import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const sums = "const sums = powers.map((row) => sum(row));";
const shares = "powers.map((row, i) => row.map((power) => power / sums[i]!))";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "the shares of one class add up to 1 over the pictures",
    replace: [
      [sums, "const sums = weights.map((_, k) => sum(powers.map((row) => row[k]!)));"],
      [shares, "powers.map((row) => row.map((power, k) => power / sums[k]!))"],
    ],
  },
  {
    name: "over-all",
    expect: "shares of the whole batch",
    replace: [
      [sums, "const sums = sum(powers.map((row) => sum(row)));"],
      [shares, "powers.map((row) => row.map((power) => power / sums))"],
    ],
  },
  {
    name: "sign-of-the-loss",
    expect: "the sign of the loss is wrong now",
    replace: [["=> -Math.log(", "=> Math.log("]],
  },
  {name: "up-the-slope", expect: "go up the slope", replace: [["weight - (0.5", "weight + (0.5"]]},
  {
    name: "summed-loss",
    expect: "the mean over the pictures, not the sum",
    replace: [["shares[i]![label]!))) / labels.length", "shares[i]![label]!)))"]],
  },
  {
    name: "summed-slope",
    expect: "the mean over the pictures, not the sum",
    replace: [["(0.5 * slope) / pictures.length", "0.5 * slope"]],
  },
  {
    name: "scores-for-shares",
    expect: "Make shares of them first",
    replace: [["const slopes = shares.map", "const slopes = scores.map"]],
  },
  {name: "stands-still", expect: "do not move", replace: [["(0.5 * slope)", "(0 * slope)"]]},
];

import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const worth = "return weights.reduce((sum, weight, i) => sum + weight * features[i]!, 0);";
const most = "const most = Math.max(...values);";
const chances = "return powers.map((each) => each / total);";
const step = "return weight + rate * (offered[taken]![i]! - expected);";
const asked = "const chances = choiceChances(offered.map((features) => worth(weights, features)));";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "features-only",
    expect: "Each has a weight",
    replace: [[worth, "return features.reduce((sum, value) => sum + value, 0);"]],
  },
  {
    name: "mean-worth",
    expect: "this is a mean",
    replace: [[worth, worth.replace(", 0);", ", 0) / weights.length;")]],
  },
  {
    name: "powers-only",
    expect: "Divide each by their sum",
    replace: [
      [chances, "return powers;"],
      [most, "const most = 0;"],
    ],
  },
  {
    name: "by-the-largest",
    expect: "must add up to 1",
    replace: [[chances, "return powers.map((power) => power / Math.max(...powers));"]],
  },
  {
    name: "values-by-sum",
    expect: "divides the values themselves",
    replace: [
      [chances, "return values.map((value) => value / values.reduce((a, b) => a + b, 0));"],
    ],
  },
  {
    name: "overflows",
    expect: "Take the largest value off",
    replace: [[most, "const most = 0;"]],
  },
  {
    name: "nothing-expected",
    expect: "even if it was no surprise",
    replace: [[step, "return weight + rate * offered[taken]![i]!;"]],
  },
  {
    name: "all-alike",
    expect: "equally probable",
    replace: [[asked, "const chances = offered.map(() => 1 / offered.length);"]],
  },
  {
    name: "downhill",
    expect: "leads down",
    replace: [[step, "return weight - rate * (offered[taken]![i]! - expected);"]],
  },
  {
    name: "no-rate",
    expect: "rate is left out",
    replace: [[step, "return weight + (offered[taken]![i]! - expected);"]],
  },
  {
    name: "step-alone",
    expect: "step alone",
    replace: [[step, "return rate * (offered[taken]![i]! - expected);"]],
  },
  {
    name: "first-taken",
    expect: "takes the first garment",
    replace: [[step, "return weight + rate * (offered[0]![i]! - expected);"]],
  },
];

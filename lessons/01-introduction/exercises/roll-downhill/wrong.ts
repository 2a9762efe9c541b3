import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const sum = "weights.reduce((sum, weight, i) => sum + weight * pixels[i]!, bias)";
const power = "1 / (1 + Math.exp(-score))";
const weight = "weight - rate * error * pixels[i]!";
const bias = "bias - rate * error}";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "no-bias",
    expect: "the bias is missing",
    replace: [["pixels[i]!, bias)", "pixels[i]!, 0)"]],
  },
  {
    name: "a-bias-each",
    expect: "once for each pixel",
    replace: [[sum, "weights.reduce((sum, weight, i) => sum + weight * pixels[i]! + bias, 0)"]],
  },
  {
    name: "added-not-multiplied",
    expect: "Multiply each weight by its pixel first",
    replace: [["sum + weight * pixels", "sum + weight + pixels"]],
  },
  {name: "cut-at-0", expect: "this is cut at 0", replace: [[sum, `Math.max(0, ${sum})`]]},
  {
    name: "turned-answer",
    expect: "probability of no",
    replace: [["Math.exp(-score)", "Math.exp(score)"]],
  },
  {
    name: "overflow",
    expect: "Infinity / Infinity is NaN",
    replace: [[power, "Math.exp(score) / (1 + Math.exp(score))"]],
  },
  {name: "a-decision", expect: "this is a decision", replace: [[power, "score > 0 ? 1 : 0"]]},
  {
    name: "uphill",
    expect: "this goes uphill",
    replace: [
      [weight, "weight + rate * error * pixels[i]!"],
      [bias, "bias + rate * error}"],
    ],
  },
  {
    name: "whole-error",
    expect: "every weight moves by the whole error",
    replace: [[weight, "weight - rate * error"]],
  },
  {name: "bias-stays", expect: "the bias has not moved", replace: [[bias, "bias}"]]},
  {
    name: "no-rate",
    expect: "the rate is missing",
    replace: [
      [weight, "weight - error * pixels[i]!"],
      [bias, "bias - error}"],
    ],
  },
  {name: "no-target", expect: "as if no were always right", replace: [[" - target;", ";"]]},
  {
    name: "error-of-the-score",
    expect: "made of the score",
    replace: [
      ["answer(score(weights, bias, pixels)) - target", "score(weights, bias, pixels) - target"],
    ],
  },
  {
    name: "moved-on-the-way",
    expect: "asked again after a weight had moved",
    replace: [
      ["const error = answer(score(weights, bias, pixels)) - target;\n", ""],
      [
        "const moved = weights.map((weight, i) => weight - rate * error * pixels[i]!);",
        "const error = () => answer(score(weights, bias, pixels)) - target;\n  const moved = weights;\n  pixels.forEach((pixel, i) => { weights[i]! -= rate * error() * pixel; });",
      ],
      [bias, "bias - rate * error()}"],
    ],
  },
  {
    name: "only-the-change",
    expect: "only by how much they move",
    replace: [
      [weight, "-rate * error * pixels[i]!"],
      [bias, "-rate * error}"],
    ],
  },
  {
    name: "along-the-pixel",
    expect: "the slope along the pixel",
    replace: [[weight, "weight - rate * error * weight"]],
  },
];

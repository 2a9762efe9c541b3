import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const sum = "weights.reduce((sum, weight, i) => sum + weight * pixels[i]!, bias)";
const power = "1 / (1 + Math.exp(-score))";
const weight = "weight - rate * error * pixels[i]!";
const bias = "bias - rate * error}";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("sum of the first four", ["weights.reduce", "weights.slice(0, 4).reduce"]),
  mutant("sum without the first", [
    sum,
    "weights.slice(1).reduce((sum, weight, i) => sum + weight * pixels[i + 1]!, bias)",
  ]),
  mutant("a mean, not a sum", [sum, `(${sum}) / weights.length`]),
  mutant("pixels in reverse", ["weight * pixels[i]!, bias", "weight * pixels.at(-1 - i)!, bias"]),
  mutant("sizes of the weights", ["sum + weight * pixels", "sum + Math.abs(weight) * pixels"]),
  mutant("pixels squared", ["weight * pixels[i]!, bias", "weight * pixels[i]! ** 2, bias"]),
  mutant("pixels as dark", ["weight * pixels[i]!, bias", "weight * (1 - pixels[i]!), bias"]),
  mutant("half the bias", ["pixels[i]!, bias)", "pixels[i]!, bias / 2)"]),
  mutant("rounded score", [sum, `Math.round(100 * ${sum}) / 100`]),
  mutant("a power of two", ["Math.exp(-score)", "2 ** -score"]),
  mutant("a steeper answer", ["Math.exp(-score)", "Math.exp(-2 * score)"]),
  mutant("tanh for the answer", [power, "Math.tanh(score)"]),
  mutant("an answer by halves", [power, "0.5 + score / 12"]),
  mutant("an answer cut at 6", ["Math.exp(-score)", "Math.exp(-Math.max(-6, Math.min(6, score)))"]),
  mutant("rounded answer", [power, `Math.round(1e3 / (1 + Math.exp(-score))) / 1e3`]),
  mutant("an answer of 1 in all", [power, "1 / Math.exp(-score)"]),
  mutant("the error squared", [
    " - target;",
    " - target;\n  if (error ** 2 < 0.01) return {weights, bias};",
  ]),
  mutant("the size of the error", [
    "const error = answer(score(weights, bias, pixels)) - target",
    "const error = Math.abs(answer(score(weights, bias, pixels)) - target)",
  ]),
  mutant("the sign of the error", [
    "const error = answer(score(weights, bias, pixels)) - target",
    "const error = Math.sign(answer(score(weights, bias, pixels)) - target)",
  ]),
  mutant("slope of the squared error", [
    "const error = answer(score(weights, bias, pixels)) - target",
    "const p = answer(score(weights, bias, pixels));\n  const error = (p - target) * p * (1 - p)",
  ]),
  mutant("learns only from yes", [
    " - target;",
    " - target;\n  if (target === 0) return {weights, bias};",
  ]),
  mutant("learns only from mistakes", [
    " - target;",
    " - target;\n  if (Math.abs(error) < 0.5) return {weights, bias};",
  ]),
  mutant("half the rate", [weight, "weight - 0.5 * rate * error * pixels[i]!"]),
  mutant("the first pixel for all", [weight, "weight - rate * error * pixels[0]!"]),
  mutant("weights that fade", [weight, "0.99 * weight - rate * error * pixels[i]!"]),
  mutant("the bias goes up", [bias, "bias + rate * error}"]),
  mutant("the bias without a rate", [bias, "bias - error}"]),
  mutant("the bias by the first pixel", [bias, "bias - rate * error * pixels[0]!}"]),
  mutant("rate at most one", [weight, "weight - Math.min(1, rate) * error * pixels[i]!"]),
  mutant("a list and no record", [
    "return {weights: moved, bias: bias - rate * error}",
    "return [...moved, bias - rate * error]",
  ]),
  {
    name: "bias last",
    isRight: "the same sum in another order",
    replace: [[sum, "weights.reduce((sum, weight, i) => sum + weight * pixels[i]!, 0) + bias"]],
  },
  {
    name: "by the pixels",
    isRight: "as many pixels as weights",
    replace: [[sum, "pixels.reduce((sum, pixel, i) => sum + pixel * weights[i]!, bias)"]],
  },
];

import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const error = "(p, i) => p - targets[i]!";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("positive errors only", [error, "(p, i) => Math.max(0, p - targets[i]!)"]),
  mutant("negative errors only", [error, "(p, i) => Math.min(0, p - targets[i]!)"]),
  mutant("the score for the answer", [error, "(_, i) => scores[i]! - targets[i]!"]),
  mutant("the first target for all", [error, "(p) => p - targets[0]!"]),
  mutant("the first answer for all", [error, "(_, i) => answers[0]! - targets[i]!"]),
  mutant("targets of one half", [error, "(p) => p - 0.5"]),
  mutant("a decision for an answer", [error, "(p, i) => (p > 0.5 ? 1 : 0) - targets[i]!"]),
  mutant("slope of a squared error", [error, "(p, i) => (p - targets[i]!) * p * (1 - p)"]),
  mutant("from mistakes only", [
    error,
    "(p, i) => (p > 0.5 === (targets[i] === 1) ? 0 : p - targets[i]!)",
  ]),
  mutant("twice as sure of yes", [error, "(p, i) => p - 2 * targets[i]!"]),
  mutant("the loss as the error", [error, "(_, i) => losses[i]!"]),
  mutant("the loss with a sign", [error, "(p, i) => losses[i]! * Math.sign(p - targets[i]!)"]),
  mutant("without a bias in the score", ["=> bias + sum(", "=> 0 * bias + sum("]),
  mutant("the first weight for all", ["weights[j]! * x", "weights[0]! * x"]),
  mutant("a steeper answer", ["Math.exp(-score)", "Math.exp(-2 * score)"]),
  mutant("in bits", ["-Math.log(", "-Math.log2("]),
  mutant("a small number beside the share", ["? p : 1 - p", "? p + 0.01 : 1 - p + 0.01"]),
  mutant("the largest loss", ["mean(losses)", "Math.max(...losses)"]),
  mutant("slopes of the first pixel", ["pictures[i]![j]!", "pictures[i]![0]!"]),
  mutant("slopes of the first picture", ["error * pictures[i]![j]!", "error * pictures[0]![j]!"]),
  mutant("slopes without pixels", ["error * pictures[i]![j]!", "error + 0 * pictures[i]![j]!"]),
  mutant("another rate", ["weight - 0.5 *", "weight - 0.45 *"]),
  mutant("another rate for the bias", ["bias - 0.5 *", "bias - 0.4 *"]),
  mutant("weights that fade", ["=> weight - 0.5", "=> 0.99 * weight - 0.5"]),
  mutant("the bias stays", ["bias: bias - 0.5 * mean(errors)", "bias"]),
  mutant("the bias goes up", ["bias - 0.5", "bias + 0.5"]),
  mutant("divided by one more", [
    "sum(numbers) / numbers.length",
    "sum(numbers) / (numbers.length + 1)",
  ]),
  {
    name: "by cases",
    isRight: "the same error",
    replace: [[error, "(p, i) => (targets[i] === 1 ? p - 1 : p)"]],
  },
];

import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const sums = "powers.map((row) => sum(row))";
const shares = "row.map((power) => power / sums[i]!)";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("the mean of a row, not its sum", [sums, "powers.map((row) => sum(row) / row.length)"]),
  mutant("the first row's sum for all", [shares, "row.map((power) => power / sums[0]!)"]),
  mutant("the last row's sum for all", [shares, "row.map((power) => power / sums.at(-1)!)"]),
  mutant("the sum without the last class", [sums, "powers.map((row) => sum(row.slice(0, -1)))"]),
  mutant("the sum plus one", [sums, "powers.map((row) => 1 + sum(row))"]),
  mutant("the largest power for the sum", [sums, "powers.map((row) => Math.max(...row))"]),
  mutant("no shares at all", [shares, "row.map((power) => power)"]),
  mutant("scores for powers", ["Math.exp(score)", "score"]),
  mutant("powers of two", ["Math.exp(score)", "2 ** score"]),
  mutant("in bits", ["-Math.log(", "-Math.log2("]),
  mutant("a small number beside the share", ["shares[i]![label]!)", "shares[i]![label]! + 0.01)"]),
  mutant("the first label for all", ["shares[i]![label]!", "shares[i]![labels[0]!]!"]),
  mutant("the first picture's share for all", ["shares[i]![label]!", "shares[0]![label]!"]),
  mutant("the loss halved", ["/ labels.length", "/ labels.length / 2"]),
  mutant("one for every class", ["(k === labels[i] ? 1 : 0)", "1"]),
  mutant("two for the label", ["? 1 : 0", "? 2 : 0"]),
  mutant("the label of the first picture", ["k === labels[i]", "k === labels[0]"]),
  mutant("the class after the label", ["k === labels[i]", "k === labels[i]! + 1"]),
  mutant("slopes of the first picture", ["slopes[i]![k]!", "slopes[0]![k]!"]),
  mutant("slopes of the first class", ["slopes[i]![k]!", "slopes[i]![0]!"]),
  mutant("the first pixel for all", ["picture[j]!)", "picture[0]!)"]),
  mutant("divided by the pixels", ["/ pictures.length", "/ row.length"]),
  mutant("divided by the classes", ["/ pictures.length", "/ weights.length"]),
  mutant("another rate", ["(0.5 * slope)", "(0.45 * slope)"]),
  mutant("weights that fade", ["return weight - ", "return 0.99 * weight - "]),
  mutant("the moved weights are lost", ["weights: moved", "weights"]),
  {
    name: "divided in place",
    isRight: "the same shares, without a list of sums",
    replace: [
      [`const sums = ${sums};\n`, ""],
      [shares, "row.map((power) => power / sum(powers[i]!))"],
    ],
  },
];

import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const product = "sum + weight * features[i]!";
const start = "weights.reduce((sum, weight, i) => sum + weight * features[i]!, 0)";
const most = "const most = Math.max(...values);";
const power = "Math.exp(value - most)";
const total = "const total = powers.reduce((sum, each) => sum + each, 0);";
const share = "powers.map((each) => each / total)";
const asked = "const chances = choiceChances(offered.map((features) => worth(weights, features)));";
const expected = "mean + chances[j]! * features[i]!";
const step = "return weight + rate * (offered[taken]![i]! - expected);";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("worth: sizes", [product, "sum + Math.abs(weight * features[i]!)"]),
  mutant("worth: one weight for all", [product, "sum + weights[0]! * features[i]!"]),
  mutant("worth: squares", [product, "sum + weight * features[i]! ** 2"]),
  mutant("worth: the first five", [
    start,
    start.replace("weights.reduce", "weights.slice(0, 5).reduce"),
  ]),
  mutant("worth: all but the last", [
    start,
    start.replace("weights.reduce", "weights.slice(0, -1).reduce"),
  ]),
  mutant("worth: begins at one", [start, start.replace(", 0)", ", 1)")]),
  mutant("worth: never below zero", [start, `Math.max(0, ${start})`]),
  mutant("worth: rounded", [start, `Math.round(10 * ${start}) / 10`]),
  mutant("chances: the least taken off", [most, "const most = Math.min(...values);"]),
  mutant("chances: off the first", [most, "const most = values[0]! > 1000 ? 0 : values[0]!;"]),
  mutant("chances: powers of two", [power, "2 ** (value - most)"]),
  mutant("chances: halved values", [power, "Math.exp((value - most) / 2)"]),
  mutant("chances: sizes", [power, "Math.exp(Math.abs(value - most))"]),
  mutant("chances: one more in the sum", [total, total.replace(", 0);", ", 1);")]),
  mutant("chances: a mean for the sum", [total, total.replace(", 0);", ", 0) / powers.length;")]),
  mutant("chances: at most 0.9", [share, "powers.map((each) => Math.min(0.9, each / total))"]),
  mutant("chances: one of all", [
    share,
    "powers.map((each) => Number(each === Math.max(...powers)))",
  ]),
  mutant("learned: chances of the features' sums", [
    asked,
    "const chances = choiceChances(offered.map((features) => features.reduce((a, b) => a + b, 0)));",
  ]),
  mutant("learned: chances upside down", [
    asked,
    "const chances = choiceChances(offered.map((features) => -worth(weights, features)));",
  ]),
  mutant("learned: without the taken one", [
    expected,
    "mean + (j === taken ? 0 : chances[j]! * features[i]!)",
  ]),
  mutant("learned: chances only", [expected, "mean + chances[j]!"]),
  mutant("learned: twice as far", [
    step,
    "return weight + 2 * rate * (offered[taken]![i]! - expected);",
  ]),
  mutant("learned: weights shrink", [
    step,
    "return 0.99 * weight + rate * (offered[taken]![i]! - expected);",
  ]),
  mutant("learned: the last one", [
    step,
    "return weight + rate * (offered[offered.length - 1]![i]! - expected);",
  ]),
];

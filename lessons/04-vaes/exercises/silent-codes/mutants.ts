import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const mean = "((ofDrawn + ofTold) / n)";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("divided by one less", [mean, "((ofDrawn + ofTold) / Math.max(1, n - 1))"]),
  mutant("divided by sixteen", [mean, "(ofDrawn / n + ofTold / 16)"]),
  mutant("a beta of a half", [mean, "((ofDrawn + 0.5 * ofTold) / n)"]),
  mutant("a beta of two", [mean, "((ofDrawn + 2 * ofTold) / n)"]),
  mutant("divided by the root", [mean, "(ofDrawn / n + ofTold / Math.sqrt(n))"]),
  mutant("the drawing summed", [mean, "(ofDrawn + ofTold / n)"]),
  mutant("a smaller rate", ["0.02", "0.02 / n"]),
  mutant("a rate for batches of sixteen", ["weight - 0.02", "weight - (0.32 / n)"]),
  mutant(
    "only the log-variance mended",
    [mean, "(ofDrawn / n + ofTold)"],
    ["down(logVar, drawn.logVar, told.logVar)", "down(logVar, drawn.logVar, told.logVar / n)"],
  ),
  mutant(
    "only the means mended",
    [mean, "(ofDrawn / n + ofTold)"],
    ["drawn.look[k]!, told.look[k]!", "drawn.look[k]!, told.look[k]! / n"],
  ),
  mutant("no price for the means", ["told.look[k] = told.look[k]! + mean * x[k]!;", ""]),
  mutant("no price for the spread", ["told.logVar += (Math.exp(logVar) - 1) / 2;", ""]),
  mutant("a variance of 1 in the drawing", ["- x[k]!) / 0.1", "- x[k]!)"]),
  mutant("twice the drawing's slope", ["- x[k]!) / 0.1", "- x[k]!) / 0.05"]),
  mutant("the variance for the spread", ["Math.exp(logVar / 2)", "Math.exp(logVar)"]),
  mutant("the log-variance for the spread", ["Math.exp(logVar / 2)", "logVar"]),
  mutant("one noise for all", ["mean + spread * noise[i]!", "mean + spread * noise[0]!"]),
  mutant("the spread's slope not halved", [
    "(toZ * spread * noise[i]!) / 2",
    "toZ * spread * noise[i]!",
  ]),
  mutant("the spread's slope without the spread", [
    "(toZ * spread * noise[i]!) / 2",
    "(toZ * noise[i]!) / 2",
  ]),
  mutant("the KL's slope not halved", ["(Math.exp(logVar) - 1) / 2", "Math.exp(logVar) - 1"]),
  mutant("the KL's slope without its 1", ["(Math.exp(logVar) - 1) / 2", "Math.exp(logVar) / 2"]),
  mutant("the log-variance stands still", [
    "logVar: down(logVar, drawn.logVar, told.logVar)",
    "logVar",
  ]),
  mutant("the middle stands still", [
    "middle: middle.map((weight, k) => down(weight, drawn.middle[k]!))",
    "middle",
  ]),
  mutant("the mean for z in the hand", ["miss[k]! * z;", "miss[k]! * mean;"]),
  mutant("the first miss alone", [
    "const toZ = dot(miss, hand)",
    "const toZ = miss[0]! * hand[0]!",
  ]),
  {
    name: "each divided by itself",
    isRight: "the same sum",
    replace: [[mean, "(ofDrawn / n + ofTold / n)"]],
  },
];

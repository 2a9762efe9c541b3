import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const target = "minus(point, noise[i]!)";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("the first pair's noise for all", [target, "minus(point, noise[0]!)"]),
  mutant("the first point for all", [target, "minus(points[0]!, noise[i]!)"]),
  mutant("half of the velocity", [target, "minus(point, noise[i]!).map((each) => each / 2)"]),
  mutant("the noise itself", [target, "[...noise[i]!]"]),
  mutant("the point and the noise", [target, "minus(point, noise[i]!.map((each) => -each))"]),
  mutant("the way so far", [target, "minus(places[i]!, noise[i]!)"]),
  mutant("sizes", [target, "minus(point, noise[i]!).map(Math.abs)"]),
  mutant("only the first number", [target, "[point[0]! - noise[i]![0]!, 0]"]),
  mutant("numbers swapped", [target, "minus(point, noise[i]!).reverse()"]),
  mutant("cut at 2", [
    target,
    "minus(point, noise[i]!).map((each) => Math.max(-2, Math.min(2, each)))",
  ]),
  mutant("rounded", [target, "minus(point, noise[i]!).map(Math.round)"]),
  mutant("turned in the miss as well", [
    "minus(velocity, targets[i]!)",
    "minus(targets[i]!, velocity)",
  ]),
  mutant("the first time for all mixtures", ["noise[i]!, times[i]!)", "noise[i]!, times[0]!)"]),
  mutant("the first time for all features", ["(place, times[i]!)", "(place, times[0]!)"]),
  mutant("told no time", ["(place, times[i]!)", "(place, 0.5)"]),
  mutant("the field sees the point", ["featuresOf(place, times", "featuresOf(points[i]!, times"]),
  mutant("roots in the mixture", [
    "t * value + (1 - t) * noise",
    "Math.sqrt(t) * value + Math.sqrt(1 - t) * noise",
  ]),
  mutant("no half of the slope", ["2 * misses[i]", "misses[i]"]),
  mutant("slopes of the first pair", ["2 * misses[i]!", "2 * misses[0]!"]),
  mutant("features of the first kind", ["* each[j]!", "* each[0]!"]),
  mutant("divided by the features", [
    "(0.5 * slope) / points.length",
    "(0.5 * slope) / row.length",
  ]),
  mutant("another rate", ["(0.5 * slope)", "(0.45 * slope)"]),
  mutant("weights that fade", ["return weight - ", "return 0.99 * weight - "]),
  mutant("the moved weights are lost", ["weights: moved", "weights"]),
  mutant("sizes in the loss", ["dot(miss, miss)", "Math.sqrt(dot(miss, miss))"]),
  mutant("tents of four moments", ["Math.abs(5 * t - k)", "Math.abs(4 * t - k)"]),
  {
    name: "written out",
    isRight: "the same difference",
    replace: [[target, "point.map((value, k) => value - noise[i]![k]!)"]],
  },
];

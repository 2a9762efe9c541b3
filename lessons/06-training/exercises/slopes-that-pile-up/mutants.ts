import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const cleared = "sumSlope = sumBias = count = 0;";
const error = "slope * x! + bias - y!";
const given = "return {slope, bias, sumSlope, sumBias, count};";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("cleared: halved", [cleared, "sumSlope /= 2;\n    sumBias /= 2;\n    count = 0;"]),
  mutant("cleared: faded to a tenth", [
    cleared,
    "sumSlope *= 0.1;\n    sumBias *= 0.1;\n    count = 0;",
  ]),
  mutant("cleared: the bias alone", [cleared, "sumBias = count = 0;"]),
  mutant("cleared: not at all", [cleared, ""]),
  mutant("cleared: turned", [
    cleared,
    "sumSlope = -sumSlope;\n    sumBias = -sumBias;\n    count = 0;",
  ]),
  mutant("cleared: the count is that of the part", [
    cleared,
    "sumSlope = sumBias = 0;\n    count = points.length;",
  ]),
  mutant("cleared: small sums only", [
    cleared,
    "if (Math.abs(sumSlope) < 1) sumSlope = sumBias = 0;\n    count = 0;",
  ]),
  mutant("added: sizes of errors", [error, "Math.abs(slope * x! + bias - y!)"]),
  mutant("added: without the bias", [error, "slope * x! - y! + 0 * bias"]),
  mutant("added: turned", [error, "y! - slope * x! - bias"]),
  mutant("added: squared", ["sumBias += error;", "sumBias += error * error;"]),
  mutant("added: slope without x", ["sumSlope += error * x!;", "sumSlope += error;"]),
  mutant("added: size of x", ["error * x!;", "error * Math.abs(x!);"]),
  mutant("added: twice", ["sumSlope += error * x!;", "sumSlope += 2 * error * x!;"]),
  mutant("added: the first point only", ["of points)", "of points.slice(0, 1))"]),
  mutant("added: ten points at most", ["of points)", "of points.slice(0, 10))"]),
  mutant("added: the last point is left out", ["of points)", "of points.slice(0, -1))"]),
  mutant("count: one a part", ["count += points.length;", "count += 1;"]),
  mutant("count: of this part only", ["count += points.length;", "count = points.length;"]),
  mutant("moved: another rate", ["slope -= (0.3", "slope -= (0.25"]),
  mutant("moved: the slope alone", ["    bias -= (0.3 * sumBias) / count;\n", ""]),
  mutant("moved: the bias alone", ["    slope -= (0.3 * sumSlope) / count;\n", ""]),
  mutant("moved: by the other's sum", ["(0.3 * sumBias)", "(0.3 * sumSlope)"]),
  mutant("moved: never with the last", ["if (isLast)", "if (!isLast)"]),
  mutant("moved: the old line is given back", [
    given,
    "return {slope: state.slope, bias: state.bias, sumSlope, sumBias, count};",
  ]),
  {
    name: "moved and cleared one by one",
    isRight: "the sums are cleared after the move, in whatever order",
    replace: [[cleared, "count = 0;\n    sumBias = 0;\n    sumSlope = 0;"]],
  },
];

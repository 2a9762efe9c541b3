import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const tangent = "Math.tanh(weighted(row, x))";
const through = "blame[j]! * (1 - y * y)";
const perInput = "slope * weights[j]![i]!";
const loss = "weighted(blame, layer(moved, x))";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("layer: sigmoid", [tangent, "1 / (1 + Math.exp(-weighted(row, x)))"]),
  mutant("layer: ReLU", [tangent, "Math.max(0, weighted(row, x))"]),
  mutant("layer: the sum is cut", [tangent, "Math.max(-1, Math.min(1, weighted(row, x)))"]),
  mutant("layer: a bias of one", [tangent, "Math.tanh(weighted(row, x) + 1)"]),
  mutant("layer: a mean", [tangent, "Math.tanh(weighted(row, x) / x.length)"]),
  mutant("layer: one neuron too few", [
    "return weights.map((row) => Math",
    "return weights.slice(0, 5).map((row) => Math",
  ]),
  mutant("layer: size of the inputs", [tangent, "Math.tanh(Math.abs(weighted(row, x)))"]),
  mutant("backward: size of the blame", [through, "Math.abs(blame[j]!) * (1 - y * y)"]),
  mutant("backward: blame of the first", [through, "blame[0]! * (1 - y * y)"]),
  mutant("backward: blame of at most 2", [through, "Math.min(2, blame[j]!) * (1 - y * y)"]),
  mutant("backward: plus", [through, "blame[j]! * (1 + y * y)"]),
  mutant("backward: without the square's twin", [through, "blame[j]! * (1 - Math.abs(y))"]),
  mutant("backward: tangent twice", [through, "blame[j]! * (1 - Math.tanh(y) ** 2)"]),
  mutant("backward: ReLU's slope", [through, "(y > 0 ? blame[j]! : 0)"]),
  mutant("weights: turned over", [
    "through.map((slope) => x.map((each) => slope * each))",
    "x.map((each) => through.map((slope) => slope * each))",
  ]),
  mutant("weights: size of the input", ["slope * each)", "slope * Math.abs(each))"]),
  mutant("weights: a mean over the inputs", ["slope * each)", "(slope * each) / x.length)"]),
  mutant("inputs: a mean over the neurons", [
    "x: x.map((_, i) => total(",
    "x: x.map((_, i) => (1 / weights.length) * total(",
  ]),
  mutant("inputs: size of the weight", [perInput, "slope * Math.abs(weights[j]![i]!)"]),
  mutant("inputs: weights of the first input", [perInput, "slope * weights[j]![0]!"]),
  mutant("inputs: the last neuron is left out", [
    "total(through.map((slope, j)",
    "total(through.slice(0, Math.max(1, through.length - 1)).map((slope, j)",
  ]),
  mutant("differences: a whole row is moved", [
    "moved[j]![i]! += by",
    "moved[j] = moved[j]!.map((w) => w + by + 0 * i)",
  ]),
  mutant("differences: in per cent", ["moved[j]![i]! += by", "moved[j]![i]! *= 1 + by"]),
  mutant("differences: the first column only", ["moved[j]![i]!", "moved[j]![0 * i]!"]),
  mutant("differences: one output only", [loss, "blame[j]! * layer(moved, x)[0]!"]),
  mutant("differences: backwards", [
    "lossWith(j, i, h) - lossWith(j, i, -h)) / (2 * h)",
    "lossWith(j, i, 0) - lossWith(j, i, -h)) / h",
  ]),
  mutant("differences: the slopes themselves", [
    "return weights.map((row, j) =>",
    "if (h > 0) return backward(weights, x, blame).weights;\n  return weights.map((row, j) =>",
  ]),
  mutant("differences: sizes", [
    "(lossWith(j, i, h) - lossWith(j, i, -h))",
    "Math.abs(lossWith(j, i, h) - lossWith(j, i, -h))",
  ]),
  {
    name: "differences: the neuron's own part",
    isRight: "a weight moves its own neuron alone, so that the others cancel in the difference",
    replace: [[loss, "blame[j]! * layer(moved, x)[j]!"]],
  },
];

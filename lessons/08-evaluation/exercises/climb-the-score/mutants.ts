import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const difference = "(logScore(moved(rows, i, k, h)) - logScore(moved(rows, i, k, -h))) / (2 * h)";
const by = "copy[i]![k]! += by;";
const move = "value + rate * uphill[i]![k]!";
const steps = "step < steps";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("slopes: of the first picture only", [difference, `i > 0 ? 0 : ${difference}`]),
  mutant("slopes: of three pictures", [difference, `i > 2 ? 0 : ${difference}`]),
  mutant("slopes: of the first class only", [difference, `k > 0 ? 0 : ${difference}`]),
  mutant("slopes: of four classes", [difference, `k > 3 ? 0 : ${difference}`]),
  mutant("slopes: sizes", [difference, `Math.abs(${difference})`]),
  mutant("slopes: only upwards", [difference, `Math.max(0, ${difference})`]),
  mutant("slopes: rounded", [difference, `Math.round(1e3 * ${difference}) / 1e3`]),
  mutant("slopes: signs", [difference, `Math.sign(${difference})`]),
  mutant("slopes: an h of its own", [
    difference,
    "(logScore(moved(rows, i, k, 0.3)) - logScore(moved(rows, i, k, -0.3))) / (0.6 + 0 * h)",
  ]),
  mutant("slopes: h squared", ["/ (2 * h)", "/ (2 * h * h)"]),
  mutant("slopes: times 2h", ["/ (2 * h)", "* (2 * h)"]),
  mutant("slopes: of the score, not of its logarithm", [
    difference,
    "(Math.exp(logScore(moved(rows, i, k, h))) - Math.exp(logScore(moved(rows, i, k, -h)))) / (2 * h)",
  ]),
  mutant("slopes: per picture", [difference, `rows.length * ${difference}`]),
  mutant("slopes: the sum for the mean", [
    "return added(gains) / rows.length;",
    "return added(gains);",
  ]),
  mutant("slopes: twice as far up", ["moved(rows, i, k, h)", "moved(rows, i, k, 2 * h)"]),
  mutant("slopes: set, not moved", [by, "copy[i]![k]! = by;"]),
  mutant("slopes: by a share", [by, "copy[i]![k]! *= 1 + by;"]),
  mutant("slopes: the neighbour", [by, "copy[i]![(k + 1) % copy[i]!.length]! += by;"]),
  mutant("climbed: half the rate", [move, "value + 0.5 * rate * uphill[i]![k]!"]),
  mutant("climbed: at most a rate of 1", [move, "value + Math.min(1, rate) * uphill[i]![k]!"]),
  mutant("climbed: three steps", [steps, "step < Math.min(3, steps)"]),
  mutant("climbed: always two steps", [steps, "step < 2 + 0 * steps"]),
  mutant("climbed: one step fewer", [steps, "step < steps - 1"]),
  mutant("climbed: signs only", [move, "value + rate * Math.sign(uphill[i]![k]!)"]),
  mutant("climbed: the first picture only", [
    move,
    "i > 0 ? value : value + rate * uphill[i]![k]!",
  ]),
  mutant("climbed: falls off", [move, "value + (rate / (1 + step)) * uphill[i]![k]!"]),
  mutant("climbed: clipped", [move, "Math.max(-1, Math.min(1, value + rate * uphill[i]![k]!))"]),
  mutant("climbed: along one slope only", [move, "value + rate * uphill[i]![0]!"]),
  {
    name: "slopes: a difference of halves",
    isRight: "the same, put together otherwise",
    replace: [
      [
        difference,
        "logScore(moved(rows, i, k, h)) / (2 * h) - logScore(moved(rows, i, k, -h)) / (2 * h)",
      ],
    ],
  },
];

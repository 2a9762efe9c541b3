import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const velocity = "momentum * state.velocity + gradient;";
const moved = "state.weight - rate * velocity";
const mean = "0.9 * state.mean + 0.1 * gradient";
const square = "0.001 * gradient * gradient";
const along = "mean / (1 - 0.9 ** steps)";
const size = "Math.sqrt(square / (1 - 0.999 ** steps)) + 1e-8";
const end = "state.weight - (rate * along) / size, mean, square, steps";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "mean-for-velocity",
    expect: "takes the gradient in full",
    replace: [[velocity, "momentum * state.velocity + (1 - momentum) * gradient;"]],
  },
  {
    name: "minus-too-early",
    expect: "the minus comes where the weight moves",
    replace: [[velocity, "momentum * state.velocity - gradient;"]],
  },
  {
    name: "rate-too-early",
    expect: "the rate comes in where the weight moves",
    replace: [[velocity, "momentum * state.velocity + rate * gradient;"]],
  },
  {
    name: "nothing-lost",
    expect: "a share of the old velocity is lost",
    replace: [[velocity, "state.velocity + gradient;"]],
  },
  {
    name: "both-fade",
    expect: "only the old velocity fades",
    replace: [[velocity, "momentum * (state.velocity + gradient);"]],
  },
  {
    name: "ball-uphill",
    expect: "goes up the slope",
    replace: [[moved, "state.weight + rate * velocity"]],
  },
  {
    name: "old-velocity",
    expect: "moves by the old velocity",
    replace: [[moved, "state.weight - rate * state.velocity"]],
  },
  {name: "sgd", expect: "this is SGD", replace: [[moved, "state.weight - rate * gradient"]]},
  {
    name: "mean-in-full",
    expect: "counts for a tenth",
    replace: [[mean, "0.9 * state.mean + gradient"]],
  },
  {
    name: "shares-swapped",
    expect: "nine tenths, not one",
    replace: [[mean, "0.1 * state.mean + 0.9 * gradient"]],
  },
  {
    name: "not-squared",
    expect: "square the gradient first",
    replace: [[square, "0.001 * gradient"]],
  },
  {
    name: "thousandth-squared",
    expect: "not its thousandth",
    replace: [[square, "(0.001 * gradient) ** 2"]],
  },
  {
    name: "corrected-kept",
    expect: "Keep the one before the division",
    replace: [[end, "state.weight - (rate * along) / size, mean: along, square, steps"]],
  },
  {
    name: "uncorrected",
    expect: "the corrections are left out",
    replace: [
      [along, "mean"],
      [size, "Math.sqrt(square) + 1e-8"],
    ],
  },
  {
    name: "step-before",
    expect: "Count this one, too",
    replace: [
      [along, "mean / (1 - 0.9 ** state.steps)"],
      [size, "Math.sqrt(square / (1 - 0.999 ** state.steps)) + 1e-8"],
    ],
  },
  {
    name: "no-root",
    expect: "take the root",
    replace: [[size, "square / (1 - 0.999 ** steps) + 1e-8"]],
  },
  {name: "rmsprop", expect: "this is RMSProp", replace: [[along, "gradient"]]},
];

import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const velocity = "momentum * state.velocity + gradient;";
const moved = "state.weight - rate * velocity, velocity";
const mean = "0.9 * state.mean + 0.1 * gradient";
const square = "0.999 * state.square + 0.001 * gradient * gradient";
const along = "mean / (1 - 0.9 ** steps)";
const size = "Math.sqrt(square / (1 - 0.999 ** steps)) + 1e-8";
const end = "state.weight - (rate * along) / size, mean, square, steps";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("momentum: a fixed 0.9", [velocity, "0.9 * state.velocity + gradient;"]),
  mutant("momentum: size of the velocity", [
    velocity,
    "momentum * Math.abs(state.velocity) + gradient;",
  ]),
  mutant("momentum: size of the gradient", [
    velocity,
    "momentum * state.velocity + Math.abs(gradient);",
  ]),
  mutant("momentum: squared", [velocity, "momentum ** 2 * state.velocity + gradient;"]),
  mutant("momentum: one less", [velocity, "(1 - momentum) * state.velocity + gradient;"]),
  mutant("momentum: at most 5", [velocity, "Math.min(5, momentum * state.velocity + gradient);"]),
  mutant("momentum: whole velocity", [
    velocity,
    "Math.round(momentum * state.velocity + gradient);",
  ]),
  mutant("weight: Nesterov", [
    moved,
    "state.weight - rate * (gradient + momentum * velocity), velocity",
  ]),
  mutant("weight: old velocity kept", [
    moved,
    "state.weight - rate * velocity, velocity: state.velocity",
  ]),
  mutant("weight: no rate", [moved, "state.weight - velocity, velocity"]),
  mutant("weight: rate of 0.1", [moved, "state.weight - 0.1 * velocity, velocity"]),
  mutant("weight: never negative", [
    moved,
    "Math.max(0, state.weight - rate * velocity), velocity",
  ]),
  mutant("mean: beta 0.99", [mean, "0.99 * state.mean + 0.01 * gradient"]),
  mutant("mean: of sizes", [mean, "0.9 * state.mean + 0.1 * Math.abs(gradient)"]),
  mutant("mean: gradient alone", [mean, "0.1 * gradient"]),
  mutant("square: beta 0.99", [square, "0.99 * state.square + 0.01 * gradient * gradient"]),
  mutant("square: gradient alone", [square, "0.001 * gradient * gradient"]),
  mutant("square: the larger", [square, "Math.max(state.square, gradient * gradient)"]),
  mutant("along: square's correction", [along, "mean / (1 - 0.999 ** steps)"]),
  mutant("along: uncorrected", [along, "mean"]),
  mutant("size: mean's correction", [size, "Math.sqrt(square / (1 - 0.9 ** steps)) + 1e-8"]),
  mutant("size: uncorrected", [size, "Math.sqrt(square) + 1e-8"]),
  mutant("size: no epsilon", [size, "Math.sqrt(square / (1 - 0.999 ** steps))"]),
  mutant("size: a large epsilon", [size, "Math.sqrt(square / (1 - 0.999 ** steps)) + 0.1"]),
  mutant("end: steps not counted", [
    end,
    "state.weight - (rate * along) / size, mean, square, steps: state.steps",
  ]),
  mutant("end: weight alone forgotten", [end, "(-rate * along) / size, mean, square, steps"]),
  mutant("end: corrected square kept", [
    end,
    "state.weight - (rate * along) / size, mean, square: size * size, steps",
  ]),
];

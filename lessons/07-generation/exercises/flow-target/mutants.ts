import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const target = "signalSlope * value + noiseSlope * noise[j]!";
const square = "sum += (said[j]! - target[j]!) ** 2";
const guess = "value + (1 - t) * velocity[j]!";
const step = "value + (next - t) * velocity[j]!";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("target: the first number's noise", [
    target,
    "signalSlope * value + noiseSlope * noise[0]!",
  ]),
  mutant("target: three numbers", ["return picture.map(", "return picture.slice(0, 3).map("]),
  mutant("target: slopes of 1 at most", [
    target,
    "Math.min(1, signalSlope) * value + Math.max(-1, noiseSlope) * noise[j]!",
  ]),
  mutant("target: cut at 3", [target, `Math.max(-3, Math.min(3, ${target}))`]),
  mutant("target: one slope for both", [
    target,
    "signalSlope * (value - noise[j]!) + 0 * noiseSlope",
  ]),
  mutant("target: sizes of the noise", [
    target,
    "signalSlope * value + noiseSlope * Math.abs(noise[j]!)",
  ]),
  mutant("target: noise scaled by both", [
    target,
    "signalSlope * value + signalSlope * noiseSlope * noise[j]!",
  ]),
  mutant("loss: the last number is left out", ["j < said.length", "j < said.length - 1"]),
  mutant("loss: three numbers", ["j < said.length", "j < Math.min(3, said.length)"]),
  mutant("loss: cubes", [square, "sum += Math.abs(said[j]! - target[j]!) ** 3"]),
  mutant("loss: added", [square, "sum += (said[j]! + target[j]!) ** 2"]),
  mutant("loss: one number fewer", ["sum / said.length", "sum / (said.length - 1)"]),
  mutant("loss: a part of the target's size", [
    "return sum / said.length",
    "return sum / (said.length * (1 + 1e-3))",
  ]),
  mutant("guess: three numbers", [
    "return x.map((value, j) => value + (1 - t)",
    "return x.slice(0, 3).map((value, j) => value + (1 - t)",
  ]),
  mutant("guess: the first velocity for all", [guess, "value + (1 - t) * velocity[0]!"]),
  mutant("guess: cut to pictures", [guess, `Math.max(-1, Math.min(1, ${guess}))`]),
  mutant("guess: the square of the time", [guess, "value + (1 - t) ** 2 * velocity[j]!"]),
  mutant("guess: half of the time", [guess, "value + 0.5 * velocity[j]! + 0 * t"]),
  mutant("step: the first velocity for all", [step, "value + (next - t) * velocity[0]!"]),
  mutant("step: three numbers", [
    "return x.map((value, j) => value + (next",
    "return x.slice(0, 3).map((value, j) => value + (next",
  ]),
  mutant("step: a tenth at most", [step, "value + Math.min(0.1, next - t) * velocity[j]!"]),
  mutant("step: a tenth each time", [step, "value + (0.1 + 0 * next * t) * velocity[j]!"]),
  mutant("step: cut to pictures", [step, `Math.max(-1, Math.min(1, ${step}))`]),
  mutant("step: a share of what is left", [step, "value + ((next - t) / (1 - t)) * velocity[j]!"]),
  {
    name: "loss: with a running mean",
    isRight: "the same mean",
    replace: [
      [square, "sum += ((said[j]! - target[j]!) ** 2 - sum) / (j + 1)"],
      ["return sum / said.length", "return sum"],
    ],
  },
];

import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const back = "known[i] === 1 ? t * picture[i]! + (1 - t) * noise[i]! : value";
const mixed = "t * picture[i]! + (1 - t) * noise[i]!";
const move = "value + (next - t) * velocity[i]!";
const strength = "Math.sqrt((1 - t) ** 2 - (left * (1 - next)) ** 2)";
const turned = "left * value + strength * fresh[i]!";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("back: the first pixel's noise", [mixed, "t * picture[i]! + (1 - t) * noise[0]!"]),
  mutant("back: the first pixel's picture", [mixed, "t * picture[0]! + (1 - t) * noise[i]!"]),
  mutant("back: one mask for all", ["known[i] === 1", "known[0] === 1"]),
  mutant("back: noise alone", [mixed, "(1 - t) * noise[i]!"]),
  mutant("back: the picture alone, fainter", [mixed, "t * picture[i]!"]),
  mutant("back: squares that add up to 1", [
    mixed,
    "t * picture[i]! + Math.sqrt(1 - t * t) * noise[i]!",
  ]),
  mutant("back: added", [back, `value + known[i]! * (${mixed})`]),
  mutant("back: missing pixels are 0", [back, `known[i] === 1 ? ${mixed} : 0`]),
  mutant("back: missing pixels in noise", [back, `known[i] === 1 ? ${mixed} : noise[i]!`]),
  mutant("back: noise taken off", [mixed, "t * picture[i]! - (1 - t) * noise[i]!"]),
  mutant("back: four pixels", [
    "return x.map((value, i) => (known",
    "return x.slice(0, 4).map((value, i) => (known",
  ]),
  mutant("step: only what is missing moves twice", [move, "value + 2 * (next - t) * velocity[i]!"]),
  mutant("step: against the velocity", [move, "value - (next - t) * velocity[i]!"]),
  mutant("step: a fixed step", [move, "value + 0.1 * velocity[i]!"]),
  mutant("step: to the end", [move, "value + (1 - t) * velocity[i]!"]),
  mutant("step: the first velocity", [move, "value + (next - t) * velocity[0]!"]),
  mutant("step: back at the middle of the step", ["noise, next);", "noise, (t + next) / 2);"]),
  mutant("step: clear at the end of each step", ["noise, next);", "noise, 1);"]),
  mutant("turn: next for t", ["(1 - t) ** 2 -", "(1 - next) ** 2 -"]),
  mutant("turn: old noise as strong as before", [
    strength,
    "Math.sqrt(Math.abs((1 - t) ** 2 - (1 - next) ** 2))",
  ]),
  mutant("turn: as strong as the step is long", [strength, "next - t"]),
  mutant("turn: noise alone", [turned, "(1 - t) * fresh[i]!"]),
  mutant("turn: the first pixel's fresh noise", [turned, "left * value + strength * fresh[0]!"]),
  mutant("turn: fresh noise taken off", [turned, "left * value - strength * fresh[i]!"]),
  mutant("turn: shrunk by the times' difference", ["t / next", "1 - (next - t)"]),
  {
    name: "back: by arithmetic",
    isRight: "the same, for a mask of 0 and 1",
    replace: [[back, `known[i]! * (${mixed}) + (1 - known[i]!) * value`]],
  },
];

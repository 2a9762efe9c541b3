import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const error = "small[i]! + detail - truth[k]!";
const given = "return {edge: edge - 0.5 * slopeEdge, lift: lift - 0.5 * slopeLift};";
const after = "small[Math.min(small.length - 1, i + 1)]!";
const before = "small[Math.max(0, i - 1)]!";
const tilt = "k % 2 === 0 ? before - after : after - before";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("error: half of the small pixel", [error, "0.5 * small[i]! + detail - truth[k]!"]),
  mutant("error: the small pixel before", [error, "before + detail - truth[k]!"]),
  mutant("error: the small pixel after", [error, "after + detail - truth[k]!"]),
  mutant("error: the truth of the left one", [error, "small[i]! + detail - truth[2 * i]!"]),
  mutant("error: sizes alone", [error, "Math.abs(small[i]! + detail - truth[k]!)"]),
  mutant("error: its cube", [error, "(small[i]! + detail - truth[k]!) ** 3"]),
  mutant("error: its sign", [error, "Math.sign(small[i]! + detail - truth[k]!)"]),
  mutant("error: none beyond a limit", [
    error,
    "Math.max(-0.2, Math.min(0.2, small[i]! + detail - truth[k]!))",
  ]),
  mutant("error: the detail doubled", [error, "small[i]! + 2 * detail - truth[k]!"]),
  mutant("error: of the mean of both", [
    error,
    "small[i]! + detail - (truth[2 * i]! + truth[2 * i + 1]!) / 2",
  ]),
  mutant("tilt: turned", [tilt, "k % 2 === 0 ? after - before : before - after"]),
  mutant("tilt: never turned", [tilt, "after - before"]),
  mutant("tilt: half", [tilt, "(k % 2 === 0 ? before - after : after - before) / 2"]),
  mutant("tilt: from here on", [after, "small[Math.min(small.length - 1, i)]!"]),
  mutant("tilt: up to here", [before, "small[i]!"]),
  mutant("tilt: zeros behind the end", [after, "(small[i + 1] ?? 0)"]),
  mutant("tilt: zeros before the start", [before, "(small[i - 1] ?? 0)"]),
  mutant("slopes: the edge without its tilt", ["(error * tilt)", "(error * 1)"]),
  mutant("slopes: by the small pixels", [
    "(error * tilt) / truth.length",
    "(error * tilt) / small.length",
  ]),
  mutant("slopes: of the lift, by the small pixels", [
    "slopeLift += error / truth.length",
    "slopeLift += error / small.length",
  ]),
  mutant("slopes: ten pixels at most", ["k < truth.length;", "k < Math.min(10, truth.length);"]),
  mutant("slopes: the last is left out", ["k < truth.length;", "k < truth.length - 1;"]),
  mutant("moved: another rate", [
    given,
    "return {edge: edge - 0.4 * slopeEdge, lift: lift - 0.4 * slopeLift};",
  ]),
  mutant("moved: the edge alone", [given, "return {edge: edge - 0.5 * slopeEdge, lift};"]),
  mutant("moved: the lift alone", [given, "return {edge, lift: lift - 0.5 * slopeLift};"]),
  mutant("moved: with the 2 of the slope", [
    given,
    "return {edge: edge - slopeEdge, lift: lift - slopeLift};",
  ]),
  {
    ...mutant("the detail against the rest", [error, "detail - (truth[k]! - small[i]!)"]),
    isRight: "it is the same difference, taken in another order",
  },
];

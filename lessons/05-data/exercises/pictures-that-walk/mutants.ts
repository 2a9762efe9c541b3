import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const copy = "[...set]";
const line = "shown[i] = movedBy(shown[i]!, move);";
const source = "picture[place - move] ?? 0";
const given = "return {shown, set};";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("copy: without the last picture", [copy, "set.slice(0, -1)"]),
  mutant("copy: ten pictures at most", [copy, "set.slice(0, 10)"]),
  mutant("copy: turned round", [copy, "[...set].reverse()"]),
  mutant("copy: only of a set of one", [copy, "set.length === 1 ? [...set] : set"]),
  mutant("copy: only of a larger set", [copy, "set.length > 1 ? [...set] : set"]),
  mutant("moved: the first picture alone", [
    line,
    "if (i === 0) shown[i] = movedBy(shown[i]!, move);",
  ]),
  mutant("moved: all but the first", [line, "if (i > 0) shown[i] = movedBy(shown[i]!, move);"]),
  mutant("moved: one pixel at most", [
    line,
    "shown[i] = movedBy(shown[i]!, Math.max(-1, Math.min(1, move)));",
  ]),
  mutant("moved: to the right only", [line, "shown[i] = movedBy(shown[i]!, Math.abs(move));"]),
  mutant("moved: never to the left", [line, "shown[i] = movedBy(shown[i]!, Math.max(0, move));"]),
  mutant("moved: one pixel more", [line, "shown[i] = movedBy(shown[i]!, move + 1);"]),
  mutant("moved: the first picture for all", [line, "shown[i] = movedBy(set[0]!, move);"]),
  mutant("moved: by the picture before", [
    line,
    "shown[i] = movedBy(shown[i - 1] ?? shown[i]!, move);",
  ]),
  mutant("black: grey comes in", [source, "picture[place - move] ?? 0.5"]),
  mutant("black: the edge is drawn out", [
    source,
    "picture[Math.max(0, Math.min(picture.length - 1, place - move))]!",
  ]),
  mutant("black: only on the left", [source, "picture.at(place - move) ?? 0"]),
  mutant("black: a pixel is turned to white", [source, "picture[place - move] ?? 1"]),
  mutant("pixels: rounded", [source, "Math.round(picture[place - move] ?? 0)"]),
  mutant("pixels: halved", [source, "(picture[place - move] ?? 0) / 2"]),
  mutant("pixels: a black one stays as it was", [
    source,
    "picture[place - move] || picture[place]!",
  ]),
  mutant("handed on: what was shown", [given, "return {shown, set: shown};"]),
  mutant("handed on: one picture of what was shown", [
    given,
    "return {shown, set: [shown[0]!, ...set.slice(1)]};",
  ]),
  mutant("handed on: both added up", [given, "return {shown, set: [...set, ...shown]};"]),
  mutant("handed on: nothing", [given, "return {shown, set: []};"]),
  mutant("handed on: for shown", [given, "return {shown: set, set};"]),
  {name: "a slice", isRight: "another way to make a list", replace: [[copy, "set.slice()"]]},
  {
    name: "copied to the last pixel",
    isRight: "more is copied than has to be",
    replace: [[copy, "set.map((picture) => [...picture])"]],
  },
];

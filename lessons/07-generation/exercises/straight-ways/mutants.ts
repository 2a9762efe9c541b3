import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const heun = "((next - t) * (first[k]! + second[k]!)) / 2";
const place = "(1 - t) * value + t * end[k]!";
const target = "end[k]! - value";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("heun: the first number for all", [heun, "((next - t) * (first[0]! + second[0]!)) / 2"]),
  mutant("heun: three numbers", ["return x.map(", "return x.slice(0, 3).map("]),
  mutant("heun: a third", [heun, "((next - t) * (first[k]! + second[k]!)) / 3"]),
  mutant("heun: never far", [heun, `Math.max(-0.5, Math.min(0.5, ${heun}))`]),
  mutant("heun: weighed by the time", [
    heun,
    "(next - t) * (t * first[k]! + (1 - t) * second[k]!)",
  ]),
  mutant("heun: the larger of both", [heun, "(next - t) * Math.max(first[k]!, second[k]!)"]),
  mutant("heun: backwards", [heun, "((t - next) * (first[k]! + second[k]!)) / 2"]),
  mutant("heun: a geometric mean", [
    heun,
    "(next - t) * Math.sqrt(Math.abs(first[k]! * second[k]!))",
  ]),
  mutant("detour: the first way", ["of ways) {", "of ways.slice(0, 1)) {"]),
  mutant("detour: the last place is left out", ["i < way.length;", "i < way.length - 1;"]),
  mutant("detour: the first place is left out", ["let i = 1;", "let i = Math.min(2, way.length);"]),
  mutant("detour: four places", ["i < way.length;", "i < Math.min(4, way.length);"]),
  mutant("detour: in two numbers", ["Math.sqrt(a.reduce(", "Math.sqrt(a.slice(0, 2).reduce("]),
  mutant("detour: sizes of the differences", [
    "Math.sqrt(a.reduce((sum, value, k) => sum + (value - b[k]!) ** 2, 0))",
    "a.reduce((sum, value, k) => sum + Math.abs(value - b[k]!), 0)",
  ]),
  mutant("detour: never above 1", ["along / straight - 1", "Math.min(1, along / straight - 1)"]),
  mutant("detour: a little more", ["along / straight - 1", "along / straight - 1 + 1e-3"]),
  mutant("detour: line to the place before the end", [
    "straight += distance(way[0]!, way[way.length - 1]!)",
    "straight += distance(way[0]!, way[Math.max(1, way.length - 2)]!)",
  ]),
  mutant("pairs: the first way for all", [
    "[way[0]!, way[way.length - 1]!];",
    "[ways[0]![0]!, ways[0]![ways[0]!.length - 1]!];",
  ]),
  mutant("pairs: the second place for the end", [
    "const [noise, end] = [way[0]!, way[way.length - 1]!]",
    "const [noise, end] = [way[0]!, way[1]!]",
  ]),
  mutant("pairs: always in the middle", [place, "0.5 * value + 0.5 * end[k]!"]),
  mutant("pairs: the noise itself", [place, "value"]),
  mutant("pairs: times the time", [target, "t * (end[k]! - value)"]),
  mutant("pairs: divided by what is left", [target, "(end[k]! - value) / (1 - t)"]),
  mutant("pairs: sizes", [target, "Math.abs(end[k]! - value)"]),
  mutant("pairs: cut at 3", [target, "Math.max(-3, Math.min(3, end[k]! - value))"]),
  {
    name: "heun: each half by itself",
    isRight: "the same sum",
    replace: [[heun, "((next - t) / 2) * first[k]! + ((next - t) / 2) * second[k]!"]],
  },
];

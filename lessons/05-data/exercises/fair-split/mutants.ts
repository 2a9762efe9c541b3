import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const isCopy = "const isCopy = kept.some((k) => distance(picture, pictures[k]!) <= limit);";
const push = "if (!isCopy) kept.push(i);";
const squares = "(sum, value, k) => sum + (value - b[k]!) ** 2";
const mean = "return Math.sqrt(squares / a.length);";
const already = "const already = taken.get(label) ?? 0;";
const most = "if (already >= Math.round(share * counts.get(label)!)) continue;";
const take = "taken.set(label, already + 1);";
const place = "places.push(i);";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("copies: the one before only", [
    isCopy,
    "const isCopy = kept.slice(-1).some((k) => distance(picture, pictures[k]!) <= limit);",
  ]),
  mutant("copies: the first only", [
    isCopy,
    "const isCopy = kept.slice(0, 1).some((k) => distance(picture, pictures[k]!) <= limit);",
  ]),
  mutant("copies: near all that stay", [
    isCopy,
    "const isCopy = kept.length > 0 && kept.every((k) => distance(picture, pictures[k]!) <= limit);",
  ]),
  mutant("copies: twice the limit", [
    isCopy,
    "const isCopy = kept.some((k) => distance(picture, pictures[k]!) <= 2 * limit);",
  ]),
  mutant("copies: half the limit", [
    isCopy,
    "const isCopy = kept.some((k) => distance(picture, pictures[k]!) <= limit / 2);",
  ]),
  mutant("copies: far ones go", [
    isCopy,
    "const isCopy = kept.some((k) => distance(picture, pictures[k]!) > limit);",
  ]),
  mutant("copies: counted from 1", [push, "if (!isCopy) kept.push(i + 1);"]),
  mutant("copies: the later one stays", [
    push,
    "if (isCopy) kept.splice(kept.findIndex((k) => distance(picture, pictures[k]!) <= limit), 1); kept.push(i);",
  ]),
  mutant("copies: sizes of differences", [
    squares,
    "(sum, value, k) => sum + Math.abs(value - b[k]!)",
  ]),
  mutant("copies: signed differences", [squares, "(sum, value, k) => sum + (value - b[k]!)"]),
  mutant("copies: all but the last pixel", [
    squares,
    "(sum, value, k) => sum + (k === a.length - 1 ? 0 : (value - b[k]!) ** 2)",
  ]),
  mutant("copies: the largest difference", [
    mean,
    "return squares < 0 ? 0 : Math.max(...a.map((value, k) => Math.abs(value - b[k]!)));",
  ]),
  mutant("copies: one pixel less in the mean", [
    mean,
    "return Math.sqrt(squares / (a.length - 1));",
  ]),
  mutant("copies: rounded", [mean, "return Math.round(10 * Math.sqrt(squares / a.length)) / 10;"]),
  mutant("split: one more of each", [
    most,
    "if (already > Math.round(share * counts.get(label)!)) continue;",
  ]),
  mutant("split: never none", [
    most,
    "if (already >= Math.max(1, Math.round(share * counts.get(label)!))) continue;",
  ]),
  mutant("split: what is left", [
    most,
    "if (already < Math.round(share * counts.get(label)!)) { taken.set(label, already + 1); continue; }",
  ]),
  mutant("split: a share of what came so far", [
    already,
    "const already = taken.get(label) ?? 0; counts.set(label, labels.slice(0, i + 1).filter((each) => each === label).length);",
  ]),
  mutant("split: of neighbouring labels", [
    take,
    "taken.set(label, already + 1); taken.set(label + 3, (taken.get(label + 3) ?? 0) + 1);",
  ]),
  mutant("split: never counted", [take, ""]),
  mutant("split: labels for places", [place, "places.push(label);"]),
  mutant("split: counted from 1", [place, "places.push(i + 1);"]),
  mutant("split: from the end", [place, "places.unshift(i);"]),
  mutant("split: at most ten", [place, "if (places.length < 10) places.push(i);"]),
  {
    ...mutant("copies: squares against squares", [
      mean,
      "return Math.pow(squares / a.length, 0.5);",
    ]),
    isRight: "a power of a half is the root.",
  },
];

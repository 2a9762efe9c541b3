import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const x = "const x = ((j + 0.5) * row.length) / count - 0.5;";
const inside = "const inside = Math.max(0, Math.min(last, x));";
const above = "const above = Math.min(last, below + 1);";
const part = "const part = inside - below;";
const value = "return (1 - part) * row[below]! + part * row[above]!;";
const loop = "for (let k = i - radius; k <= i + radius; k++)";
const push = "seen.push(row[Math.max(0, Math.min(last, k))]!);";
const sorted = "seen.sort((a, b) => a - b);";
const middle = "return seen[radius]!;";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("bilinear: the ratio turned over", [
    x,
    "const x = ((j + 0.5) * count) / row.length - 0.5;",
  ]),
  mutant("bilinear: one off", [x, "const x = ((j + 0.5) * row.length) / count - 1;"]),
  mutant("bilinear: by the last place", [x, "const x = ((j + 0.5) * last) / count - 0.5;"]),
  mutant("bilinear: a quarter", [x, "const x = ((j + 0.25) * row.length) / count - 0.25;"]),
  mutant("bilinear: the places rounded", [
    x,
    "const x = Math.round(((j + 0.5) * row.length) / count - 0.5);",
  ]),
  mutant("bilinear: not below 0 only", [inside, "const inside = Math.min(last, x);"]),
  mutant("bilinear: wrapped around", [inside, "const inside = (x + row.length) % row.length;"]),
  mutant(
    "bilinear: above, wrapped around",
    [inside, "const inside = Math.max(0, x);"],
    [above, "const above = (below + 1) % row.length;"],
  ),
  mutant("bilinear: the one below twice", [above, "const above = below;"]),
  mutant("bilinear: two above", [above, "const above = Math.min(last, below + 2);"]),
  mutant("bilinear: always half", [part, "const part = 0.5;"]),
  mutant("bilinear: a smooth step", [
    part,
    "const t = inside - below; const part = t * t * (3 - 2 * t);",
  ]),
  mutant("bilinear: rounded", [
    value,
    "return Math.round((1 - part) * row[below]! + part * row[above]!);",
  ]),
  mutant("bilinear: the first ten", [
    "Array.from({length: count}",
    "Array.from({length: Math.min(10, count)}",
  ]),
  mutant("bilinear: a sum", [value, "return row[below]! + part * row[above]!;"]),
  mutant("median: one too few", [loop, "for (let k = i - radius; k < i + radius; k++)"]),
  mutant("median: before it only", [loop, "for (let k = i - 2 * radius; k <= i; k++)"]),
  mutant("median: after it only", [loop, "for (let k = i; k <= i + 2 * radius; k++)"]),
  mutant("median: wrapped around", [push, "seen.push(row[(k + 10 * row.length) % row.length]!);"]),
  mutant("median: zeros outside", [push, "seen.push(row[k] ?? 0);"]),
  mutant("median: mirrored outside", [
    push,
    "seen.push(row[k < 0 ? Math.min(last, -k) : k > last ? Math.max(0, 2 * last - k) : k]!);",
  ]),
  mutant("median: unsorted", [sorted, ""]),
  mutant("median: the one below the middle", [middle, "return seen[Math.max(0, radius - 1)]!;"]),
  mutant("median: the one above the middle", [
    middle,
    "return seen[Math.min(seen.length - 1, radius + 1)]!;",
  ]),
  mutant("median: in place", [middle, "row[i] = seen[radius]!; return row[i]!;"]),
  {
    ...mutant("bilinear: kept from below 0 only", [inside, "const inside = Math.max(0, x);"]),
    isRight: "past the last middle both neighbours are the last pixel anyway.",
  },
  {
    ...mutant("median: sorted downwards", [sorted, "seen.sort((a, b) => b - a);"]),
    isRight: "the middle one is the same from either end.",
  },
  {
    ...mutant("bilinear: the line in another form", [
      value,
      "return row[below]! + part * (row[above]! - row[below]!);",
    ]),
    isRight: "it is the same straight line.",
  },
];

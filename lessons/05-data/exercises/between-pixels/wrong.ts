import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const x = "const x = ((j + 0.5) * row.length) / count - 0.5;";
const value = "return (1 - part) * row[below]! + part * row[above]!;";
const sorted = "seen.sort((a, b) => a - b);";
const middle = "return seen[radius]!;";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "nearest",
    expect: "the nearest old pixel",
    replace: [[value, "return part < 0.5 ? row[below]! : row[above]!;"]],
  },
  {
    name: "edges-on-middles",
    expect: "the picture moves",
    replace: [[x, "const x = (j * row.length) / count;"]],
  },
  {
    name: "half-not-taken-off",
    expect: "half a pixel has to be taken off",
    replace: [[x, "const x = ((j + 0.5) * row.length) / count;"]],
  },
  {
    name: "middles-on-middles",
    expect: "It is the edges that should meet",
    replace: [[x, "const x = count === 1 ? 0 : (j * last) / (count - 1);"]],
  },
  {
    name: "weights-swapped",
    expect: "the straight line between",
    replace: [[value, "return part * row[below]! + (1 - part) * row[above]!;"]],
  },
  {
    name: "mean",
    expect: "this is the mean",
    replace: [[middle, "return seen.reduce((a, b) => a + b, 0) / seen.length;"]],
  },
  {
    name: "sorted-as-words",
    expect: "orders numbers as words",
    replace: [[sorted, "seen.sort();"]],
  },
  {
    name: "largest",
    expect: "this is the largest",
    replace: [[middle, "return seen[seen.length - 1]!;"]],
  },
  {
    name: "always-three",
    expect: "grow with the radius",
    code: `export function bilinear() { return []; }
export function median(row) {
  const at = (k) => row[Math.max(0, Math.min(row.length - 1, k))];
  return row.map((_, i) => [at(i - 1), at(i), at(i + 1)].sort((a, b) => a - b)[1]);
}`,
  },
  {
    name: "fewer-at-the-ends",
    expect: "at the ends this has fewer pixels",
    code: `export function bilinear() { return []; }
export function median(row, radius) {
  return row.map((_, i) => {
    const seen = row.slice(Math.max(0, i - radius), i + radius + 1).sort((a, b) => a - b);
    return seen[Math.floor(seen.length / 2)];
  });
}`,
  },
];

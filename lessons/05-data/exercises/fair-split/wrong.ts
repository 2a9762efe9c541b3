import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const isCopy = "const isCopy = kept.some((k) => distance(picture, pictures[k]!) <= limit);";
const push = "if (!isCopy) kept.push(i);";
const mean = "return Math.sqrt(squares / a.length);";
const most = "if (already >= Math.round(share * counts.get(label)!)) continue;";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "with-all-before",
    expect: "also with those that went",
    replace: [
      [
        isCopy,
        "const isCopy = pictures.slice(0, i).some((other) => distance(picture, other) <= limit);",
      ],
    ],
  },
  {
    name: "equal-only",
    expect: "equal pictures only",
    replace: [[isCopy, "const isCopy = kept.some((k) => distance(picture, pictures[k]!) === 0);"]],
  },
  {
    name: "sum-of-squares",
    expect: "not their sum",
    replace: [[mean, "return Math.sqrt(squares);"]],
  },
  {name: "no-root", expect: "the root is missing", replace: [[mean, "return squares / a.length;"]]},
  {
    name: "the-copies",
    expect: "the places of the copies",
    code: `export function testPart() { return []; }
export function withoutCopies(pictures, limit) {
  const far = (a, b) => Math.sqrt(a.reduce((sum, value, k) => sum + (value - b[k]) ** 2, 0) / a.length);
  const kept = [];
  const copies = [];
  pictures.forEach((picture, i) => {
    (kept.some((k) => far(picture, pictures[k]) <= limit) ? copies : kept).push(i);
  });
  return copies;
}`,
  },
  {
    name: "limit-left-out",
    expect: "at most limit away",
    replace: [
      [isCopy, "const isCopy = kept.some((k) => distance(picture, pictures[k]!) < limit);"],
    ],
  },
  {
    name: "first-of-all",
    expect: "whatever their class",
    code: `export function withoutCopies() { return []; }
export function testPart(labels, share) {
  return labels.map((_, i) => i).slice(0, Math.round(share * labels.length));
}`,
  },
  {
    name: "rounded-down",
    expect: "not down",
    replace: [[most, "if (already >= Math.floor(share * counts.get(label)!)) continue;"]],
  },
  {
    name: "rounded-up",
    expect: "not up",
    replace: [[most, "if (already >= Math.ceil(share * counts.get(label)!)) continue;"]],
  },
  {
    name: "as-many-of-each",
    expect: "as many of each class",
    replace: [
      [most, "if (already >= Math.round((share * labels.length) / counts.size)) continue;"],
    ],
  },
  {
    name: "class-by-class",
    expect: "Give them in order",
    replace: [
      [
        "return places;",
        "return [...counts.keys()].flatMap((label) => places.filter((i) => labels[i] === label));",
      ],
    ],
  },
  {name: "all-stay", expect: "unless it is at most limit away", replace: [[push, "kept.push(i);"]]},
];

import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const root = "Math.sqrt(squares / picture.length)";
const place = "distances[Math.floor(heldOut.length / 20)]!";
const below = "nearest(picture, learned) < limit";
const share = "found.length / made.length";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "sum-of-squares",
    expect: "the mean and the root are missing",
    replace: [[root, "squares"]],
  },
  {
    name: "no-mean",
    expect: "divide by the number of pixels",
    replace: [[root, "Math.sqrt(squares)"]],
  },
  {name: "no-root", expect: "the root is missing", replace: [[root, "squares / picture.length"]]},
  {
    name: "root-first",
    expect: "divide first, then take the root",
    replace: [[root, "Math.sqrt(squares) / picture.length"]],
  },
  {
    name: "sizes",
    expect: "this is their mean size",
    replace: [
      ["(value - other[i]!) ** 2", "Math.abs(value - other[i]!)"],
      [root, "squares / picture.length"],
    ],
  },
  {
    name: "farthest",
    expect: "this is the farthest",
    replace: [
      ["Number.POSITIVE_INFINITY", "0"],
      ["Math.min(least", "Math.max(least"],
    ],
  },
  {
    name: "first-only",
    expect: "only the first picture",
    replace: [["of pictures)", "of pictures.slice(0, 1))"]],
  },
  {
    name: "one-too-low",
    expect: "one place too low",
    replace: [[place, "distances[Math.floor(heldOut.length / 20) - 1]!"]],
  },
  {
    name: "one-too-high",
    expect: "one place too high",
    replace: [[place, "distances[Math.floor(heldOut.length / 20) + 1]!"]],
  },
  {name: "large-first", expect: "sorted from large to small", replace: [["a - b", "b - a"]]},
  {
    name: "not-sorted",
    expect: "were not sorted",
    replace: [["  distances.sort((a, b) => a - b);\n", ""]],
  },
  {
    name: "as-words",
    expect: "sorted as words",
    replace: [["distances.sort((a, b) => a - b)", "distances.sort()"]],
  },
  {name: "smallest", expect: "the smallest of all", replace: [[place, "distances[0]!"]]},
  {
    name: "from-the-learned",
    expect: "its own nearest",
    replace: [
      [
        "heldOut.map((picture) => nearest(picture, learned))",
        "learned.map((picture) => nearest(picture, learned))",
      ],
      ["heldOut.length / 20", "learned.length / 20"],
    ],
  },
  {name: "a-count", expect: "this is a count", replace: [[share, "found.length"]]},
  {
    name: "per-cent",
    expect: "these are per cent",
    replace: [[share, "(100 * found.length) / made.length"]],
  },
  {
    name: "new-ones",
    expect: "the share of new pictures",
    replace: [[below, "nearest(picture, learned) >= limit"]],
  },
  {
    name: "near-held-out",
    expect: "compares with the held-out pictures",
    replace: [[below, "nearest(picture, heldOut) < limit"]],
  },
  {
    name: "limit-of-made",
    expect: "one in twenty is always below",
    replace: [["copyLimit(heldOut, learned);", "copyLimit(made, learned);"]],
  },
  {
    name: "held-out-counted",
    expect: "which the rule fixes",
    replace: [
      ["made.filter(", "heldOut.filter("],
      [share, "found.length / heldOut.length"],
    ],
  },
  {
    name: "at-the-limit",
    expect: "exactly at the limit",
    replace: [[below, "nearest(picture, learned) <= limit"]],
  },
];

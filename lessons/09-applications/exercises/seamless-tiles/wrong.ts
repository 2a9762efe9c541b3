import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const place = "chanceAt(seed, left + j, top + i)";
const hash = "stirred(stirred(stirred(seed) ^ x) ^ y)";
const result = "(hash >>> 0) / 2 ** 32";
const rows = "return Array.from({length: height}, (_, i) =>";
const comment = "/** A whole number with its 32 bits stirred. */";
const around = "noise(seed, column * side - 1, row * side - 1, side + 2, side + 2)";
const own = "noise(seed, column * side, row * side, side, side)";
const adding = "sum += around[i]![j]!;";
const call = "meanOfNine(around, i, j)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "math-random",
    expect: "asked for the same area twice",
    replace: [[place, "Math.random()"]],
  },
  {
    name: "remembered-chance",
    expect: "the first place that is asked for",
    replace: [
      [place, "(known[[seed, left + j, top + i].join()] ??= Math.random())"],
      [comment, "const known: Record<string, number> = {};\n"],
    ],
  },
  {
    name: "from-the-corner",
    expect: "from the corner of the area",
    replace: [[place, "chanceAt(seed, j, i)"]],
  },
  {name: "left-forgotten", expect: "add left", replace: [[place, "chanceAt(seed, j, top + i)"]]},
  {name: "top-forgotten", expect: "add top", replace: [[place, "chanceAt(seed, left + j, i)"]]},
  {
    name: "turned",
    expect: "the other way round",
    replace: [[place, "chanceAt(seed, left + i, top + j)"]],
  },
  {
    name: "one-after-the-other",
    expect: "drawn one after the other",
    replace: [
      [rows, `let state = stirred(seed + 1);\n  ${rows}`],
      [place, "((state = stirred(state + 0x9e3779b9)) >>> 0) / 4294967296"],
    ],
  },
  {name: "negative", expect: "is never negative", replace: [[result, "hash / 2 ** 32"]]},
  {name: "not-divided", expect: "what to divide by", replace: [[result, "hash >>> 0"]]},
  {name: "half-the-range", expect: "not spread evenly", replace: [[result, `${result} / 2`]]},
  {name: "y-left-out", expect: "y is left out", replace: [[hash, "stirred(stirred(seed) ^ x)"]]},
  {name: "x-left-out", expect: "x is left out", replace: [[hash, "stirred(stirred(seed) ^ y)"]]},
  {
    name: "x-plus-y",
    expect: "all places on a diagonal",
    replace: [[hash, "stirred(stirred(seed) ^ (x + y))"]],
  },
  {
    name: "mirrored",
    expect: "the places (x, y) and (y, x)",
    replace: [[hash, "stirred(stirred(seed) ^ stirred(x) ^ stirred(y))"]],
  },
  {
    name: "without-the-sign",
    expect: "on the other side of 0",
    replace: [[hash, "stirred(stirred(stirred(seed) ^ Math.abs(x)) ^ y)"]],
  },
  {
    name: "few-numbers",
    expect: "several places of a small area",
    replace: [[result, "(hash & 255) / 256"]],
  },
  {
    name: "hardly-stirred",
    expect: "tells much about its neighbour",
    replace: [[hash, "Math.imul(x + 131 * y + stirred(seed), 400000000)"]],
  },
  {
    name: "seed-left-out",
    expect: "the seed is left out",
    replace: [[hash, "stirred(stirred(x) ^ y)"]],
  },
  {
    name: "seed-moves-the-world",
    expect: "the same world, moved",
    replace: [[hash, "stirred(stirred(seed + x) ^ y)"]],
  },
  {
    name: "seed-added-last",
    expect: "where one seed has a large number",
    replace: [
      [hash, "stirred(stirred(x) ^ y)"],
      [result, "((hash >>> 0) / 2 ** 32 + seed / 20) % 1"],
    ],
  },
  {
    name: "not-smoothed",
    expect: "this is the noise itself",
    replace: [[call, "around[i + 1]![j + 1]!"]],
  },
  {
    name: "inside-only",
    expect: "only the places inside the tile",
    replace: [
      [around, own],
      ["let sum = 0;", "let [sum, count] = [0, 0];"],
      [
        adding,
        "if (around[i - 1]?.[j - 1] !== undefined) {\n      sum += around[i - 1]![j - 1]!;\n      count++;\n    }",
      ],
      ["sum / 9", "sum / count"],
    ],
  },
  {
    name: "nothing-outside",
    expect: "count as 0",
    replace: [
      [around, own],
      [adding, "sum += around[i - 1]?.[j - 1] ?? 0;"],
    ],
  },
  {
    name: "border-repeated",
    expect: "repeats the places at the border",
    replace: [
      [around, own],
      [
        "let sum = 0;",
        "let sum = 0;\n  const kept = (at: number) => Math.max(0, Math.min(around.length - 1, at));",
      ],
      [adding, "sum += around[kept(i - 1)]![kept(j - 1)]!;"],
    ],
  },
  {
    name: "wrapped",
    expect: "at the other side of the tile",
    replace: [
      [around, own],
      ["let sum = 0;", "let sum = 0;\n  const side = around.length;"],
      [adding, "sum += around[(i - 1 + side) % side]![(j - 1 + side) % side]!;"],
    ],
  },
  {name: "sum-of-nine", expect: "divide by nine", replace: [["sum / 9", "sum"]]},
  {
    name: "right-and-below",
    expect: "to the right and below",
    replace: [[around, "noise(seed, column * side, row * side, side + 2, side + 2)"]],
  },
  {
    name: "without-itself",
    expect: "the place itself",
    replace: [
      [adding, `if (i !== top + 1 || j !== left + 1) ${adding}`],
      ["sum / 9", "sum / 8"],
    ],
  },
  {
    name: "without-corners",
    expect: "the four corners",
    replace: [
      [adding, `if (i === top + 1 || j === left + 1) ${adding}`],
      ["sum / 9", "sum / 5"],
    ],
  },
  {
    name: "weighed",
    expect: "count differently",
    replace: [
      [adding, "sum += (i === top + 1 ? 2 : 1) * (j === left + 1 ? 2 : 1) * around[i]![j]!;"],
      ["sum / 9", "sum / 16"],
    ],
  },
  {
    name: "tile-turned",
    expect: "rows and columns of the tile",
    replace: [[call, "meanOfNine(around, j, i)"]],
  },
  {
    name: "column-down",
    expect: "column counts to the right",
    replace: [[around, "noise(seed, row * side - 1, column * side - 1, side + 2, side + 2)"]],
  },
  {
    name: "side-forgotten",
    expect: "a tile is side cells wide",
    replace: [[around, "noise(seed, column - 1, row - 1, side + 2, side + 2)"]],
  },
  {
    name: "always-the-first",
    expect: "the tile at the start, every time",
    replace: [[around, "noise(seed, -1, -1, side + 2, side + 2)"]],
  },
];

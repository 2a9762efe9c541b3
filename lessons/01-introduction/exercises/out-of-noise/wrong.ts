import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const square = "sum += (a[i]! - b[i]!) ** 2";
const root = "return Math.sqrt(sum / a.length)";
const step = "pixel + (expected[i]! - pixel) / left";
const towards = "stepTowards(seen, expected, expectations.length - k)";
const steps = "return expectations.map((expected, k) => {";

export const wrong: readonly WrongAnswer[] = [
  {name: "no-root", expect: "the root is missing", replace: [[root, "return sum / a.length"]]},
  {
    name: "root-of-the-sum",
    expect: "this is the root of the sum",
    replace: [[root, "return Math.sqrt(sum)"]],
  },
  {
    name: "divided-late",
    expect: "the division comes before the root",
    replace: [[root, "return Math.sqrt(sum) / a.length"]],
  },
  {
    name: "sizes",
    expect: "these are sizes of differences",
    replace: [
      [square, "sum += Math.abs(a[i]! - b[i]!)"],
      [root, "return sum / a.length"],
    ],
  },
  {
    name: "made-up-for",
    expect: "make up for each other",
    replace: [
      [square, "sum += a[i]! - b[i]!"],
      [root, "return Math.abs(sum / a.length)"],
    ],
  },
  {
    name: "at-once",
    expect: "this goes the whole way at once",
    replace: [[step, "pixel + (expected[i]! - pixel) / (left / left)"]],
  },
  {
    name: "away",
    expect: "this goes away from what is expected",
    replace: [[step, "pixel - (expected[i]! - pixel) / left"]],
  },
  {
    name: "from-the-end",
    expect: "this begins at the expected picture",
    replace: [[step, "expected[i]! + (pixel - expected[i]!) / left"]],
  },
  {
    name: "only-how-far",
    expect: "this is how far a step goes",
    replace: [[step, "(expected[i]! - pixel) / left"]],
  },
  {
    name: "expected-added",
    expect: "the expected picture itself is added",
    replace: [[step, "pixel + expected[i]! / left"]],
  },
  {
    name: "one-more",
    expect: "this step counts among those left",
    replace: [[step, "pixel + (expected[i]! - pixel) / (left + 1)"]],
  },
  {
    name: "equally-many-left",
    expect: "the number of steps left is the same each time",
    replace: [[towards, "stepTowards(seen, expected, expectations.length + 0 * k)"]],
  },
  {
    name: "counted-from-the-wrong-end",
    expect: "counted from the wrong end",
    replace: [[towards, "stepTowards(seen, expected, k + 1)"]],
  },
  {
    name: "last-one-first",
    expect: "come in the wrong order",
    replace: [[steps, "return [...expectations].reverse().map((expected, k) => {"]],
  },
  {
    name: "the-first-for-all",
    expect: "each step goes towards the first expectation",
    replace: [
      [towards, "stepTowards(seen, expected && expectations[0]!, expectations.length - k)"],
    ],
  },
  {
    name: "always-from-the-noise",
    expect: "every step begins at the noise",
    replace: [[towards, "stepTowards(noise, expected, expectations.length - k)"]],
  },
  {
    name: "before-each-step",
    expect: "these are the pictures before each step",
    replace: [
      [
        "seen = stepTowards(seen, expected, expectations.length - k);\n    return seen;",
        "const before = seen;\n    seen = stepTowards(seen, expected, expectations.length - k);\n    return before;",
      ],
    ],
  },
];

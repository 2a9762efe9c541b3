import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const cost = "const cost = squares + ridge;";
const weight = "products / cost";
const times = "y / squares";
const shortest = "return features.map((value) => times * value);";
const root = "Math.sqrt(w.reduce((sum, value) => sum + value * value, 0))";

export const wrong: readonly WrongAnswer[] = [
  {name: "no-ridge", expect: "the ridge is left out", replace: [[cost, "const cost = squares;"]]},
  {
    name: "ridge-squared",
    expect: "the ridge itself",
    replace: [[cost, "const cost = squares + ridge * ridge;"]],
  },
  {
    name: "ridge-on-top",
    expect: "the ridge belongs below",
    replace: [[weight, "(products + ridge) / squares"]],
  },
  {
    name: "ridge-per-picture",
    expect: "once, not once for each picture",
    replace: [[cost, "const cost = squares + x.length * ridge;"]],
  },
  {
    name: "mean-ratio",
    expect: "mean of the ratios",
    replace: [
      [weight, "(cost * 0 + x.reduce((sum, value, i) => sum + y[i]! / value, 0) / x.length)"],
    ],
  },
  {
    name: "by-the-length",
    expect: "by the sum of squares, not by its root",
    replace: [[times, "y / Math.sqrt(squares)"]],
  },
  {
    name: "first-feature-only",
    expect: "longer than it need be",
    replace: [
      [shortest, "return features.map((value, i) => (i === 0 ? (times * squares) / value : 0));"],
    ],
  },
  {
    name: "shared-out-evenly",
    expect: "longer than it need be",
    replace: [
      [shortest, "return features.map((value) => (times * squares) / value / features.length);"],
    ],
  },
  {
    name: "not-the-answer",
    expect: "gives the picture",
    replace: [[times, "1 / squares"]],
  },
  {
    name: "squares-only",
    expect: "the root is missing",
    replace: [[root, "w.reduce((sum, value) => sum + value * value, 0)"]],
  },
  {
    name: "absolute-values",
    expect: "sum of the sizes",
    replace: [[root, "w.reduce((sum, value) => sum + Math.abs(value), 0)"]],
  },
];

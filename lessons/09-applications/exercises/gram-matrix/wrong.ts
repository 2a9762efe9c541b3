import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const product = "sum + row[i]! * row[j]!";
const mean = "total / rows.length";
const difference = "(now[i]![j]! - style[i]![j]!) ** 2";
const result = "return apart / all;";

export const wrong: readonly WrongAnswer[] = [
  {name: "sum-not-mean", expect: "this is the sum", replace: [[mean, "total"]]},
  {
    name: "mean-over-features",
    expect: "divided by the number of features",
    replace: [[mean, "total / rows[0]!.length"]],
  },
  {
    name: "places-not-features",
    expect: "compares places with places",
    replace: [
      [
        `rows[0]!.map((_, i) =>
    rows[0]!.map((_, j) => {
      const total = rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0);`,
        `rows.map((_, i) =>
    rows.map((_, j) => {
      const total = rows[i]!.reduce((sum, value, k) => sum + value * rows[j]![k]!, 0);`,
      ],
    ],
  },
  {
    name: "product-of-means",
    expect: "the product of two means",
    replace: [
      [mean, "total / rows.length ** 2"],
      [
        "rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)",
        "rows.reduce((sum, row) => sum + row[i]!, 0) * rows.reduce((sum, row) => sum + row[j]!, 0)",
      ],
    ],
  },
  {
    name: "diagonal-only",
    expect: "off the diagonal",
    replace: [[product, "sum + (i === j ? row[i]! * row[j]! : 0)"]],
  },
  {name: "not-divided", expect: "is not divided", replace: [[result, "return apart;"]]},
  {
    name: "not-squared",
    expect: "these are the differences themselves",
    replace: [[difference, "Math.abs(now[i]![j]! - style[i]![j]!)"]],
  },
  {
    name: "root-taken",
    expect: "no root is taken",
    replace: [[result, "return Math.sqrt(apart / all);"]],
  },
  {
    name: "divided-by-the-other",
    expect: "by that of the style",
    replace: [["style[i]![j]! ** 2;", "now[i]![j]! ** 2;"]],
  },
];

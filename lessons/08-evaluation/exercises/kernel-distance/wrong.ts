import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "not-by-size",
    expect: "divide the product by the number of features",
    replace: [["product / x.length + 1", "product + 1"]],
  },
  {
    name: "no-one",
    expect: "add 1 before the power",
    replace: [["product / x.length + 1", "product / x.length"]],
  },
  {name: "squared", expect: "this is the second power", replace: [["** 3", "** 2"]]},
  {
    name: "with-itself",
    expect: "a picture with itself",
    replace: [
      ["if (i !== j) sum += ", "sum += "],
      ["(rows.length * (rows.length - 1))", "(rows.length * rows.length)"],
    ],
  },
  {
    name: "with-itself-left-out-but-counted",
    expect: "divide by the pairs that are left",
    replace: [["(rows.length * (rows.length - 1))", "(rows.length * rows.length)"]],
  },
  {name: "between-once", expect: "counts twice", replace: [["- 2 * meanBetween", "- meanBetween"]]},
  {
    name: "between-added",
    expect: "is taken away",
    replace: [["- 2 * meanBetween", "+ 2 * meanBetween"]],
  },
  {
    name: "the-root",
    expect: "no root",
    replace: [
      [
        "return meanWithin(real) + meanWithin(made) - 2 * meanBetween(real, made);",
        "return Math.sqrt(Math.abs(meanWithin(real) + meanWithin(made) - 2 * meanBetween(real, made)));",
      ],
    ],
  },
  {
    name: "never-negative",
    expect: "may be below 0",
    replace: [
      [
        "return meanWithin(real) + meanWithin(made) - 2 * meanBetween(real, made);",
        "return Math.max(0, meanWithin(real) + meanWithin(made) - 2 * meanBetween(real, made));",
      ],
    ],
  },
];

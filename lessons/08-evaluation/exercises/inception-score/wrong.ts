import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "nothing-for-zero",
    expect: "0 * -Infinity",
    replace: [["if (p > 0) sum +=", "sum +="]],
  },
  {name: "in-bits", expect: "this is in bits", replace: [["Math.log(p", "Math.log2(p"]]},
  {
    name: "no-exp",
    expect: "this is the mean divergence",
    replace: [["return Math.exp(divergences", "return (divergences"]],
  },
  {
    name: "sum-over-pictures",
    expect: "you summed over the pictures",
    replace: [["(a, b) => a + b, 0) / answers.length);", "(a, b) => a + b, 0));"]],
  },
  {
    name: "other-way-round",
    expect: "the quotient is upside down",
    replace: [["Math.log(p / mean[k]!)", "Math.log(mean[k]! / p)"]],
  },
  {
    name: "against-uniform",
    expect: "against classes that are all as many",
    replace: [["Math.log(p / mean[k]!)", "Math.log(p * answer.length)"]],
  },
  {
    name: "mean-of-exponentials",
    expect: "the mean comes first",
    replace: [
      [
        "return Math.exp(divergences.reduce((a, b) => a + b, 0) / answers.length);",
        "return divergences.reduce((a, b) => a + Math.exp(b), 0) / answers.length;",
      ],
    ],
  },
  {
    name: "mean-along-the-row",
    expect: "along a row",
    replace: [
      [
        "const column = answers.map((answer) => answer[k]!);\n    return column.reduce((a, b) => a + b, 0) / answers.length;",
        "const row = answers[k] ?? answers[0]!;\n    return row.reduce((a, b) => a + b, 0) / row.length;",
      ],
    ],
  },
  {
    name: "sum-of-answers",
    expect: "divide by how many pictures",
    replace: [
      [
        "return column.reduce((a, b) => a + b, 0) / answers.length;",
        "return column.reduce((a, b) => a + b, 0);",
      ],
    ],
  },
];

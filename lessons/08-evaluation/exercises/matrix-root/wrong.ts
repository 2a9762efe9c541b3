import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const rounds = "for (let round = 0; round < 20; round++) {";
const distance =
  "return centres + trace(real.covariance) + trace(made.covariance) - 2 * trace(both);";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "root-of-each-entry",
    expect: "the root of each entry",
    replace: [
      [
        "return times(y, Math.sqrt(length));",
        "return matrix.map((row) => row.map((value) => Math.sign(value) * Math.sqrt(Math.abs(value))));",
      ],
    ],
  },
  {
    name: "left-divided",
    expect: "the root of the divided matrix",
    replace: [["return times(y, Math.sqrt(length));", "return y;"]],
  },
  {
    name: "by-the-length",
    expect: "not by the length itself",
    replace: [["times(y, Math.sqrt(length))", "times(y, length)"]],
  },
  {
    name: "the-other-root",
    expect: "below 0",
    replace: [["times(y, Math.sqrt(length))", "times(y, -Math.sqrt(length))"]],
  },
  {
    name: "too-few-rounds",
    expect: "go twenty rounds",
    replace: [[rounds, "for (let round = 0; round < 2; round++) {"]],
  },
  {
    name: "runs-away",
    expect: "divide the matrix by its length first",
    replace: [["times(matrix, 1 / length)", "times(matrix, 50)"]],
  },
  {
    name: "no-root",
    expect: "this takes the trace of the product itself",
    replace: [
      [
        "rootOf(product(real.covariance, made.covariance))",
        "product(real.covariance, made.covariance)",
      ],
    ],
  },
  {
    name: "product-of-roots",
    expect: "multiplies the roots",
    replace: [
      [
        "rootOf(product(real.covariance, made.covariance))",
        "product(rootOf(real.covariance), rootOf(made.covariance))",
      ],
    ],
  },
  {name: "once", expect: "counts twice", replace: [["- 2 * trace(both)", "- trace(both)"]]},
  {
    name: "centres-not-squared",
    expect: "the distance of the centres is squared",
    replace: [["return centres + trace(real", "return Math.sqrt(centres) + trace(real"]],
  },
  {name: "centres-alone", expect: "centres alone", replace: [[distance, "return centres;"]]},
  {
    name: "shapes-alone",
    expect: "shapes alone",
    replace: [["return centres + trace(real", "return trace(real"]],
  },
  {
    name: "the-root-of-it",
    expect: "the root of the distance",
    replace: [
      [
        distance,
        "return Math.sqrt(Math.max(0, centres + trace(real.covariance) + trace(made.covariance) - 2 * trace(both)));",
      ],
    ],
  },
];

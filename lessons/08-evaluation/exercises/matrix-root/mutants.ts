import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const distance =
  "return centres + trace(real.covariance) + trace(made.covariance) - 2 * trace(both);";
const back = "return times(y, Math.sqrt(length));";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "four rounds", replace: [["round < 20", "round < 4"]]},
  {name: "no round", replace: [["round < 20", "round < 0"]]},
  {name: "T with a 2", replace: [["(i === j ? 1.5 : 0)", "(i === j ? 2 : 0)"]]},
  {name: "T without the identity", replace: [["value + (i === j ? 1.5 : 0)", "-value"]]},
  {name: "T added everywhere", replace: [["value + (i === j ? 1.5 : 0)", "value + 1.5"]]},
  {name: "Z stays", replace: [["    z = product(t, z);\n", ""]]},
  {name: "Y stays", replace: [["    y = product(y, t);\n", ""]]},
  {name: "the inverse", replace: [[back, "return times(z, Math.sqrt(length));"]]},
  {name: "the inverse, well scaled", replace: [[back, "return times(z, 1 / Math.sqrt(length));"]]},
  {name: "divided once more", replace: [[back, "return times(y, 1 / Math.sqrt(length));"]]},
  {name: "the matrix", replace: [[back, "return matrix;"]]},
  {name: "the first row's length", replace: [["matrix.flat()", "matrix[0]!"]]},
  {
    name: "the diagonal alone",
    replace: [
      [
        back,
        "return times(y, Math.sqrt(length)).map((row, i) => row.map((value, j) => (i === j ? value : 0)));",
      ],
    ],
  },
  {
    name: "the root of the diagonal",
    replace: [
      [
        back,
        "return matrix.map((row, i) => row.map((value, j) => (i === j ? Math.sqrt(value) : 0)));",
      ],
    ],
  },
  {
    name: "turned",
    replace: [
      [back, "return y.map((row, i) => row.map((_, j) => y[j]![i]! * Math.sqrt(length)));"],
    ],
  },
  {
    name: "made symmetric",
    replace: [
      [
        back,
        "return y.map((row, i) => row.map((value, j) => ((value + y[j]![i]!) / 2) * Math.sqrt(length)));",
      ],
    ],
  },
  {
    name: "of two features only",
    replace: [[back, "return matrix.length > 2 ? matrix : times(y, Math.sqrt(length));"]],
  },
  {
    name: "means not squared",
    replace: [["(value - made.mean[i]!) ** 2", "Math.abs(value - made.mean[i]!)"]],
  },
  {name: "the first mean alone", replace: [["real.mean.reduce(", "real.mean.slice(0, 1).reduce("]]},
  {
    name: "the real shape alone",
    replace: [["trace(real.covariance) + trace(made.covariance)", "2 * trace(real.covariance)"]],
  },
  {name: "added", replace: [["- 2 * trace(both)", "+ 2 * trace(both)"]]},
  {name: "four times", replace: [["- 2 * trace(both)", "- 4 * trace(both)"]]},
  {
    name: "the sum of all entries",
    replace: [
      [
        "matrix.reduce((sum, row, i) => sum + row[i]!, 0)",
        "matrix.flat().reduce((sum, value) => sum + value, 0)",
      ],
    ],
  },
  {
    name: "the square of the root",
    replace: [["2 * trace(both)", "2 * trace(product(both, both))"]],
  },
  {
    name: "the mean of the traces",
    replace: [
      [
        distance,
        "return centres + (trace(real.covariance) + trace(made.covariance)) / 2 - trace(both);",
      ],
    ],
  },
  {
    name: "forty rounds",
    isRight: "after twenty nothing moves any more",
    replace: [["round < 20", "round < 40"]],
  },
  {
    name: "the other order",
    isRight: "both products have the same eigenvalues, so their roots have the same trace",
    replace: [
      ["product(real.covariance, made.covariance)", "product(made.covariance, real.covariance)"],
    ],
  },
];

import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const term = "if (p > 0) sum += p * Math.log(p / mean[k]!);";
const score = "return Math.exp(divergences.reduce((a, b) => a + b, 0) / answers.length);";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "the first class is left out",
    replace: [["let k = 0; k < answer", "let k = 1; k < answer"]],
  },
  {name: "the last class is left out", replace: [["k < answer.length", "k < answer.length - 1"]]},
  {
    name: "ten classes at most",
    replace: [["k < answer.length", "k < Math.min(10, answer.length)"]],
  },
  {
    name: "three classes at most",
    replace: [["k < answer.length", "k < Math.min(3, answer.length)"]],
  },
  {
    name: "a small number added",
    replace: [[term, "sum += (p + 1e-3) * Math.log((p + 1e-3) / (mean[k]! + 1e-3));"]],
  },
  {name: "small ones left out", replace: [["if (p > 0)", "if (p > 0.05)"]]},
  {name: "the mean's weight", replace: [["sum += p * Math.log", "sum += mean[k]! * Math.log"]]},
  {name: "no weight", replace: [["sum += p * Math.log", "sum += Math.log"]]},
  {
    name: "absolute terms",
    replace: [[term, "if (p > 0) sum += Math.abs(p * Math.log(p / mean[k]!));"]],
  },
  {
    name: "squared quotient",
    replace: [["Math.log(p / mean[k]!)", "Math.log((p / mean[k]!) ** 2)"]],
  },
  {name: "tens", replace: [["Math.log(p / mean[k]!)", "Math.log10(p / mean[k]!)"]]},
  {name: "entropy of the mean alone", replace: [["Math.log(p / mean[k]!)", "-Math.log(mean[k]!)"]]},
  {name: "entropy of the answer alone", replace: [["Math.log(p / mean[k]!)", "-Math.log(p)"]]},
  {name: "powers of two", replace: [[score, score.replace("Math.exp(", "2 ** (")]]},
  {name: "over classes", replace: [[score, score.replace("answers.length", "mean.length")]]},
  {name: "unbiased", replace: [[score, score.replace("answers.length", "(answers.length - 1)")]]},
  {name: "the first picture's", replace: [[score, "return Math.exp(divergences[0]!);"]]},
  {name: "the largest", replace: [[score, "return Math.exp(Math.max(...divergences));"]]},
  {
    name: "the last picture is left out",
    replace: [["divergences.reduce", "divergences.slice(0, -1).reduce"]],
  },
  {
    name: "ten at most",
    replace: [
      ["return Math.exp(div", "return Math.min(10, Math.exp(div"],
      ["/ answers.length);\n}\n\n/** How", "/ answers.length));\n}\n\n/** How"],
    ],
  },
  {name: "less one", replace: [["return Math.exp(div", "return -1 + Math.exp(div"]]},
  {
    name: "mean of the first two",
    replace: [["const column = answers.map", "const column = answers.slice(0, 2).map"]],
  },
  {
    name: "rounded mean",
    replace: [
      [
        "return column.reduce((a, b) => a + b, 0) / answers.length;",
        "return Math.round((100 * column.reduce((a, b) => a + b, 0)) / answers.length) / 100;",
      ],
    ],
  },
  {
    name: "as a difference of logarithms",
    isRight: "the logarithm of a quotient is the difference",
    replace: [["Math.log(p / mean[k]!)", "(Math.log(p) - Math.log(mean[k]!))"]],
  },
];

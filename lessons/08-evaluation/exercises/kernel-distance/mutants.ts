import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const product = "const product = x.reduce((sum, value, k) => sum + value * y[k]!, 0);";
const result = "return meanWithin(real) + meanWithin(made) - 2 * meanBetween(real, made);";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "three features", replace: [["x.reduce(", "x.slice(0, 3).reduce("]]},
  {
    name: "the first feature is left out",
    replace: [
      [
        "x.reduce((sum, value, k) => sum + value * y[k]!, 0)",
        "x.reduce((sum, value, k) => (k === 0 ? sum : sum + value * y[k]!), 0)",
      ],
    ],
  },
  {name: "the last feature is left out", replace: [["x.reduce(", "x.slice(0, -1).reduce("]]},
  {
    name: "sums of entries",
    replace: [[product, "const product = x.reduce((sum, value, k) => sum + value + y[k]!, 0);"]],
  },
  {name: "absolute products", replace: [["sum + value * y[k]!", "sum + Math.abs(value * y[k]!)"]]},
  {
    name: "never below 0",
    replace: [
      ["return (product / x.length + 1) ** 3;", "return Math.max(0, product / x.length + 1) ** 3;"],
    ],
  },
  {name: "fourth power", replace: [["** 3", "** 4"]]},
  {name: "two for one", replace: [["x.length + 1)", "x.length + 2)"]]},
  {
    name: "by the root of the size",
    replace: [["product / x.length", "product / Math.sqrt(x.length)"]],
  },
  {name: "less one", replace: [["x.length + 1)", "x.length - 1)"]]},
  {
    name: "power of the product alone",
    replace: [["(product / x.length + 1) ** 3", "(product / x.length) ** 3 + 1"]],
  },
  {
    name: "each pair once, divided by all",
    replace: [["let j = 0; j < rows", "let j = i + 1; j < rows"]],
  },
  {
    name: "the first picture is left out",
    replace: [["let i = 0; i < rows", "let i = 1; i < rows"]],
  },
  {name: "neighbours only", replace: [["if (i !== j)", "if (Math.abs(i - j) === 1)"]]},
  {
    name: "by n - 1 twice",
    replace: [["rows.length * (rows.length - 1)", "(rows.length - 1) ** 2"]],
  },
  {
    name: "sums within",
    replace: [["return sum / (rows.length * (rows.length - 1));", "return sum;"]],
  },
  {
    name: "between, in step",
    replace: [
      [
        "for (const x of a) for (const y of b) total += kernel(x, y);",
        "for (let i = 0; i < Math.min(a.length, b.length); i++) total += kernel(a[i]!, b[i]!);",
      ],
    ],
  },
  {
    name: "between, by the first's square",
    replace: [["(a.length * b.length)", "(a.length * a.length)"]],
  },
  {
    name: "the real set twice",
    replace: [[result, "return 2 * meanWithin(real) - 2 * meanBetween(real, made);"]],
  },
  {
    name: "the made set twice",
    replace: [[result, "return 2 * meanWithin(made) - 2 * meanBetween(real, made);"]],
  },
  {
    name: "halved",
    replace: [
      [result, "return (meanWithin(real) + meanWithin(made)) / 2 - meanBetween(real, made);"],
    ],
  },
  {
    name: "absolute",
    replace: [
      [
        result,
        "return Math.abs(meanWithin(real) + meanWithin(made) - 2 * meanBetween(real, made));",
      ],
    ],
  },
  {
    name: "each pair once, doubled",
    isRight: "the kernel is symmetric",
    replace: [
      ["let j = 0; j < rows", "let j = i + 1; j < rows"],
      ["return sum / (rows", "return (2 * sum) / (rows"],
    ],
  },
];

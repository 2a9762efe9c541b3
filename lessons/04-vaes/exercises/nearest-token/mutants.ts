import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "three numbers", replace: [["j < z.length", "j < Math.min(3, z.length)"]]},
  {name: "the last number is left out", replace: [["j < z.length", "j < z.length - 1"]]},
  {name: "the first number is left out", replace: [["let j = 0; j < z", "let j = 1; j < z"]]},
  {
    name: "four entries",
    replace: [["of codebook.entries())", "of codebook.slice(0, 4).entries())"]],
  },
  {
    name: "the last entry is left out",
    replace: [["of codebook.entries())", "of codebook.slice(0, -1).entries())"]],
  },
  {
    name: "rounded",
    replace: [["(z[j]! - entry[j]!) ** 2", "(Math.round(z[j]!) - entry[j]!) ** 2"]],
  },
  {
    name: "cubes",
    replace: [["(z[j]! - entry[j]!) ** 2", "Math.abs(z[j]! - entry[j]!) ** 3"]],
  },
  {
    name: "added",
    replace: [["(z[j]! - entry[j]!) ** 2", "(z[j]! + entry[j]!) ** 2"]],
  },
  {
    name: "cut at 100",
    replace: [["if (distance < least)", "if (Math.min(100, distance) < least)"]],
  },
  {
    name: "distances compared, not squares",
    isRight: "a root keeps the order",
    replace: [
      ["if (distance < least)", "if (Math.sqrt(distance) < least)"],
      ["least = distance;", "least = Math.sqrt(distance);"],
    ],
  },
  {
    name: "by products and lengths",
    isRight: "the length of z is the same for all entries",
    replace: [["(z[j]! - entry[j]!) ** 2", "entry[j]! ** 2 - 2 * z[j]! * entry[j]!"]],
  },
  {
    name: "slope: of the first number",
    replace: [["decoderSlope[j]! +", "decoderSlope[0]! +"]],
  },
  {
    name: "slope: beta at most 1",
    replace: [["2 * beta * (value", "2 * Math.min(1, beta) * (value"]],
  },
  {
    name: "slope: a mean",
    replace: [["2 * beta * (value", "(2 / z.length) * beta * (value"]],
  },
  {
    name: "slope: the decoder's is weighed too",
    replace: [["decoderSlope[j]! +", "beta * decoderSlope[j]! +"]],
  },
  {
    name: "slope: cut at 5",
    replace: [
      [
        "decoderSlope[j]! + 2 * beta * (value - entry[j]!)",
        "Math.min(5, decoderSlope[j]! + 2 * beta * (value - entry[j]!))",
      ],
    ],
  },
  {
    name: "slope: at the entry",
    replace: [["2 * beta * (value - entry[j]!)", "2 * beta * entry[j]!"]],
  },
  {
    name: "slope: sign of the difference",
    replace: [["2 * beta * (value - entry[j]!)", "2 * beta * Math.sign(value - entry[j]!)"]],
  },
  {
    name: "perplexity: shares of the entries",
    replace: [["count / tokens.length", "count / entries"]],
  },
  {
    name: "perplexity: entry 0 is left out",
    replace: [["of counts)", "of counts.slice(1))"]],
  },
  {
    name: "perplexity: the last entry is left out",
    replace: [["of counts)", "of counts.slice(0, -1))"]],
  },
  {
    name: "perplexity: ten tokens",
    replace: [["of tokens) counts", "of tokens.slice(0, 10)) counts"]],
  },
  {
    name: "perplexity: a small number in the logarithm",
    replace: [["Math.log(share)", "Math.log(share + 1e-3)"]],
  },
  {
    name: "perplexity: rounded",
    replace: [["return Math.exp(entropy)", "return Math.round(Math.exp(entropy))"]],
  },
  {
    name: "perplexity: in twos",
    isRight: "the same base for both",
    replace: [
      ["Math.log(share)", "Math.log2(share)"],
      ["Math.exp(entropy)", "2 ** entropy"],
    ],
  },
];

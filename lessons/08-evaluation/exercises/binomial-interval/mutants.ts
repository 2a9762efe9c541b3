import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "tail: the last is left out", replace: [["i <= n; i++", "i < n; i++"]]},
  {name: "tail: the first round is skipped", replace: [["let i = 0;", "let i = 1;"]]},
  {name: "tail: twenty rounds", replace: [["i <= n; i++", "i <= Math.min(n, 20); i++"]]},
  {name: "tail: ways one too far", replace: [["(ways * (n - i))", "(ways * (n - i + 1))"]]},
  {name: "tail: ways divided by i", replace: [["/ (i + 1)", "/ Math.max(1, i)"]]},
  {
    name: "tail: ways rounded down",
    replace: [["ways = (ways * (n - i)) / (i + 1)", "ways = Math.floor(ways / (i + 1)) * (n - i)"]],
  },
  {name: "tail: right ones alone", replace: [[" * (1 - p) ** (n - i)", ""]]},
  {name: "tail: wrong ones one too many", replace: [["** (n - i);", "** (n - i + 1);"]]},
  {name: "tail: one half for every p", replace: [["p ** i * (1 - p) ** (n - i)", "0.5 ** n"]]},
  {name: "tail: never above 0.999", replace: [["  return sum;", "  return Math.min(0.999, sum);"]]},
  {
    name: "tail: 1 below the mean",
    replace: [["  let sum = 0;", "  if (k <= n * p) return 1;\n  let sum = 0;"]],
  },
  {
    name: "tail: 0 for a p of 1",
    replace: [["  let sum = 0;", "  if (p === 1) return 0;\n  let sum = 0;"]],
  },
  {
    name: "tail: by the normal curve",
    replace: [
      [
        "  return sum;",
        "  const at = (k - 0.5 - n * p) / Math.sqrt(n * p * (1 - p));\n  return sum * 0 + 1 / (1 + Math.exp(1.702 * at));",
      ],
    ],
  },
  {
    name: "interval: 97.5 % below",
    replace: [["chanceOf(right, rounds, 0.025)", "chanceOf(right, rounds, 0.975)"]],
  },
  {
    name: "interval: low without the result",
    replace: [["chanceOf(right, rounds, 0.025)", "chanceOf(right + 1, rounds, 0.025)"]],
  },
  {
    name: "interval: 99 %",
    replace: [
      ["0.025);", "0.005);"],
      ["0.975);", "0.995);"],
    ],
  },
  {name: "interval: one side only", replace: [["chanceOf(right + 1, rounds, 0.975)", "1"]]},
  {name: "interval: from 0", replace: [["chanceOf(right, rounds, 0.025)", "0"]]},
  {
    name: "interval: ends swapped",
    replace: [["return {low, high};", "return {low: high, high: low};"]],
  },
  {name: "interval: ten halvings", replace: [["step < 50", "step < 10"]]},
  {
    name: "interval: the share without any",
    replace: [["return {low, high};", "return {low: right / rounds, high: right / rounds};"]],
  },
  {
    name: "interval: mirrored from the lower end",
    replace: [["return {low, high};", "return {low, high: (2 * right) / rounds - low};"]],
  },
  {
    name: "interval: twenty rounds at most",
    replace: [["const low = right", "rounds = Math.min(rounds, 20);\n  const low = right"]],
  },
  {
    name: "interval: searched from one half",
    replace: [["let [low, high] = [0, 1];", "let [low, high] = [0, 0.5];"]],
  },
  {
    name: "interval: no upper end when all are wrong",
    replace: [["const high = right === rounds", "const high = right === 0 ? 0 : right === rounds"]],
  },
  {
    name: "interval: both ends looked for",
    isRight: "with none right every p has k or more, so the search ends at 0",
    replace: [
      ["right === 0 ? 0 : chanceOf(right, rounds, 0.025)", "chanceOf(right, rounds, 0.025)"],
    ],
  },
  {
    name: "interval: thirty halvings",
    isRight: "a billionth is near enough",
    replace: [["step < 50", "step < 30"]],
  },
];

import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {name: "exactly-k", expect: "chance of exactly k", replace: [["i >= k", "i === k"]]},
  {name: "more-than-k", expect: "k itself is left out", replace: [["i >= k", "i > k"]]},
  {name: "at-most-k", expect: "k or fewer right ones", replace: [["i >= k", "i <= k"]]},
  {name: "fewer-than-k", expect: "fewer than k right ones", replace: [["i >= k", "i < k"]]},
  {
    name: "ways-missing",
    expect: "the number of ways is missing",
    replace: [["sum += ways * p", "sum += p"]],
  },
  {
    name: "p-swapped",
    expect: "p and 1 - p are swapped",
    replace: [["p ** i * (1 - p) ** (n - i)", "(1 - p) ** i * p ** (n - i)"]],
  },
  {
    name: "factorials",
    expect: "a factorial of more than 170",
    replace: [
      [
        "  let ways = 1;\n",
        "  const fact = (m: number): number => (m < 2 ? 1 : m * fact(m - 1));\n",
      ],
      [
        "sum += ways *",
        "sum += (fact(2 * n) / fact(2 * n - i) / fact(i)) * 0 + (fact(n) / fact(i) / fact(n - i)) *",
      ],
      ["    ways = (ways * (n - i)) / (i + 1);\n", ""],
    ],
  },
  {
    name: "wald",
    expect: "plus and minus 1.96 standard errors",
    replace: [
      [
        `const low = right === 0 ? 0 : chanceOf(right, rounds, 0.025);
  const high = right === rounds ? 1 : chanceOf(right + 1, rounds, 0.975);`,
        `const share = right / rounds;
  const half = 1.959964 * Math.sqrt((share * (1 - share)) / rounds);
  const [low, high] = [share - half, share + half];`,
      ],
    ],
  },
  {
    name: "none-proves-all",
    expect: "does not prove that the chance is 0",
    replace: [
      ["const low = right", "if (right === 0) return {low: 0, high: 0};\n  const low = right"],
    ],
  },
  {
    name: "ninety",
    expect: "this is the interval of 90 %",
    replace: [
      ["chanceOf(right, rounds, 0.025)", "chanceOf(right, rounds, 0.05)"],
      ["chanceOf(right + 1, rounds, 0.975)", "chanceOf(right + 1, rounds, 0.95)"],
    ],
  },
  {
    name: "result-in-neither-tail",
    expect: "in neither tail",
    replace: [
      ["chanceOf(right, rounds, 0.025)", "chanceOf(right + 1, rounds, 0.025)"],
      ["chanceOf(right + 1, rounds, 0.975)", "chanceOf(right, rounds, 0.975)"],
    ],
  },
  {
    name: "upper-without-the-result",
    expect: "the upper end is too low",
    replace: [["chanceOf(right + 1, rounds, 0.975)", "chanceOf(right, rounds, 0.975)"]],
  },
  {
    name: "per-cent",
    expect: "these are per cent",
    replace: [["return {low, high};", "return {low: 100 * low, high: 100 * high};"]],
  },
  {
    name: "wrong-answers",
    expect: "interval of the wrong answers",
    replace: [["return {low, high};", "return {low: 1 - high, high: 1 - low};"]],
  },
];

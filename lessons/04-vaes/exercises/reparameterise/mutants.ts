import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "clipped at 600",
    replace: [
      ["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.exp(Math.min(600, logvar[i]![j]!) / 2)"],
    ],
  },
  {
    name: "clipped at -20",
    replace: [
      ["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.exp(Math.max(-20, logvar[i]![j]!) / 2)"],
    ],
  },
  {
    name: "softplus of half",
    replace: [["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.log1p(Math.exp(logvar[i]![j]! / 2))"]],
  },
  {
    name: "a small number added",
    replace: [["m + Math.exp(logvar[i]![j]! / 2)", "m + (Math.exp(logvar[i]![j]! / 2) + 1e-4)"]],
  },
  {
    name: "a power of 2",
    replace: [["m + Math.exp(logvar[i]![j]! / 2)", "m + 2 ** (logvar[i]![j]! / 2)"]],
  },
  {
    name: "the root of the size",
    replace: [["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.sqrt(Math.abs(logvar[i]![j]!))"]],
  },
  {
    name: "the root after exp",
    replace: [["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.sqrt(Math.exp(logvar[i]![j]!))"]],
  },
  {name: "noise without a sign", replace: [["* eps[i]![j]!));", "* Math.abs(eps[i]![j]!)));"]]},
  {
    name: "noise cut at 1.5",
    replace: [["* eps[i]![j]!));", "* Math.max(-1.5, Math.min(1.5, eps[i]![j]!))));"]],
  },
  {name: "the first noise of a row", replace: [["* eps[i]![j]!));", "* eps[i]![0]!));"]]},
  {name: "noise across", replace: [["* eps[i]![j]!));", "* (eps[j]?.[i] ?? eps[i]![j]!)));"]]},
  {name: "noise in reverse", replace: [["* eps[i]![j]!));", "* eps[i]!.at(-1 - j)!));"]]},
  {
    name: "the last log-variance",
    replace: [["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.exp(logvar[i]!.at(-1)! / 2)"]],
  },
  {
    name: "three numbers",
    replace: [
      ["mu.map((row, i) => row.map((m, j)", "mu.map((row, i) => row.slice(0, 3).map((m, j)"],
    ],
  },
  {
    name: "three pictures",
    replace: [["return mu.map((row, i)", "return mu.slice(0, 3).map((row, i)"]],
  },
  {
    name: "one picture's mean",
    replace: [["(m, j) => m + Math", "(m, j) => (mu.length === 1 ? m : mu[0]![j]!) + Math"]],
  },
  {
    name: "noise made standard",
    replace: [
      [
        "* eps[i]![j]!));",
        "* (eps[i]![j]! - eps[i]!.reduce((a, b) => a + b, 0) / eps[i]!.length)));",
      ],
    ],
  },
  {
    name: "Math.random at large",
    replace: [["* eps[i]![j]!));", "* (mu.length > 100 ? 2 * Math.random() - 1 : eps[i]![j]!)));"]],
  },
  {
    name: "gradient at mu cut",
    replace: [["row.map((g) => g)", "row.map((g) => Math.max(-1, Math.min(1, g)))"]],
  },
  {
    name: "gradient at mu made wide",
    replace: [
      [
        "gradient.map((row) => row.map((g) => g))",
        "gradient.map((row, i) => row.map((g, j) => g * Math.exp(logvar[i]![j]! / 2)))",
      ],
    ],
  },
  {
    name: "gradient: noise without a sign",
    replace: [["* eps[i]![j]!) / 2", "* Math.abs(eps[i]![j]!)) / 2"]],
  },
  {name: "gradient: noise squared", replace: [["* eps[i]![j]!) / 2", "* eps[i]![j]! ** 2) / 2"]]},
  {
    name: "gradient: the first of a row",
    replace: [
      [
        "(g * Math.exp(logvar[i]![j]! / 2)",
        "(row[0]! * 1 * (g === 0 ? 1 : 1) * Math.exp(logvar[i]![j]! / 2)",
      ],
    ],
  },
  {
    name: "gradient: divided by the numbers",
    replace: [["* eps[i]![j]!) / 2", "* eps[i]![j]!) / 2 / row.length"]],
  },
  {
    name: "gradient: exponent not halved where it is large",
    replace: [
      [
        "(g * Math.exp(logvar[i]![j]! / 2)",
        "(g * Math.exp(logvar[i]![j]! > 2.5 ? logvar[i]![j]! : logvar[i]![j]! / 2)",
      ],
    ],
  },
  {
    name: "gradient: root after exp",
    replace: [["(g * Math.exp(logvar[i]![j]! / 2)", "(g * Math.sqrt(Math.exp(logvar[i]![j]!))"]],
  },
  {
    name: "gradient: cut at 2",
    replace: [
      [
        "(g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2",
        "Math.max(-2, Math.min(2, (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2))",
      ],
    ],
  },
  {
    name: "gradient: clipped at 20",
    replace: [
      ["(g * Math.exp(logvar[i]![j]! / 2)", "(g * Math.exp(Math.min(20, logvar[i]![j]!) / 2)"],
    ],
  },
  {
    name: "gradient itself",
    isRight: "the arguments are copies",
    replace: [["gradient.map((row) => row.map((g) => g))", "gradient"]],
  },
  {
    name: "the root of exp, twice",
    isRight: "the fourth root keeps below the overflow",
    replace: [["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.exp(logvar[i]![j]! / 4) ** 2"]],
  },
];

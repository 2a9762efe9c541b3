import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "three numbers", replace: [["j < q.mu.length", "j < Math.min(3, q.mu.length)"]]},
  {name: "the last is left out", replace: [["j < q.mu.length", "j < q.mu.length - 1"]]},
  {name: "the first is left out", replace: [["let j = 0; j < q", "let j = 1; j < q"]]},
  {
    name: "in bits",
    replace: [
      [
        "  return total;\n}\n\n/** The divergence of `q` from the standard",
        "  return total / Math.LN2;\n}\n\n/** The divergence of `q` from the standard",
      ],
    ],
  },
  {name: "the means apart, not squared", replace: [["apart ** 2 *", "Math.abs(apart) *"]]},
  {name: "in q's widths", replace: [["Math.exp(-p.logvar[j]!)", "Math.exp(-q.logvar[j]!)"]]},
  {
    name: "in p's standard deviations",
    replace: [["Math.exp(-p.logvar[j]!)", "Math.exp(-p.logvar[j]! / 2)"]],
  },
  {name: "means added", replace: [["q.mu[j]! - p.mu[j]!", "q.mu[j]! + p.mu[j]!"]]},
  {name: "p's means left out", replace: [["q.mu[j]! - p.mu[j]!", "q.mu[j]!"]]},
  {
    name: "symmetric",
    replace: [["-wider + Math.exp(wider) +", "(Math.exp(wider) + Math.exp(-wider)) / 2 +"]],
  },
  {
    name: "the mean of both directions",
    replace: [
      [
        "export function gaussianKl(q: Gaussian, p: Gaussian): number {",
        "export function gaussianKl(q: Gaussian, p: Gaussian): number {\n  return (oneWay(q, p) + oneWay(p, q)) / 2;\n}\n\nfunction oneWay(q: Gaussian, p: Gaussian): number {",
      ],
    ],
  },
  {
    name: "not below 0.1 a number",
    replace: [
      [
        "  return total;\n}\n\n/** The divergence of `q` from the standard",
        "  return Math.max(0.1, total);\n}\n\n/** The divergence of `q` from the standard",
      ],
    ],
  },
  {
    name: "variances cut at exp(50)",
    replace: [
      [
        "const wider = q.logvar[j]! - p.logvar[j]!",
        "const wider = Math.min(50, q.logvar[j]!) - Math.min(50, p.logvar[j]!)",
      ],
    ],
  },
  {
    name: "variances cut at exp(-50)",
    replace: [
      [
        "const wider = q.logvar[j]! - p.logvar[j]!",
        "const wider = Math.max(-50, q.logvar[j]!) - Math.max(-50, p.logvar[j]!)",
      ],
    ],
  },
  {
    name: "differences cut at 20",
    replace: [
      [
        "const wider = q.logvar[j]! - p.logvar[j]!",
        "const wider = Math.max(-20, Math.min(20, q.logvar[j]! - p.logvar[j]!))",
      ],
    ],
  },
  {
    name: "distance over a variance that overflows",
    replace: [
      [
        "apart ** 2 * Math.exp(-p.logvar[j]!)",
        "(apart ** 2 * Math.exp(q.logvar[j]!)) / Math.exp(p.logvar[j]! + q.logvar[j]!)",
      ],
    ],
  },
  {
    name: "a small number in the logarithm",
    replace: [
      ["(-wider + Math.exp(wider)", "(-Math.log(Math.exp(wider) + 1e-6) + Math.exp(wider)"],
    ],
  },
  {name: "twice the means", replace: [["apart ** 2 * Math", "2 * apart ** 2 * Math"]]},
  {name: "half of the means", replace: [["apart ** 2 * Math", "apart ** 2 / 2 * Math"]]},
  {
    name: "standard: mean of the numbers",
    replace: [
      [
        "- q.logvar[j]! - 1);\n  return total;",
        "- q.logvar[j]! - 1);\n  return total / q.mu.length;",
      ],
    ],
  },
  {
    name: "standard: three numbers",
    replace: [["of q.mu.entries())", "of q.mu.slice(0, 3).entries())"]],
  },
  {
    name: "standard: the size of mu",
    replace: [["mu ** 2 + Math.exp(q", "Math.abs(mu) + Math.exp(q"]],
  },
  {name: "standard: mu of the first", replace: [["(mu ** 2 +", "(q.mu[0]! ** 2 +"]]},
  {
    name: "standard: no less than 0.05",
    replace: [
      [
        "- q.logvar[j]! - 1);\n  return total;",
        "- q.logvar[j]! - 1);\n  return Math.max(0.05, total);",
      ],
    ],
  },
  {
    name: "standard: variance cut at 5",
    replace: [["+ Math.exp(q.logvar[j]!)", "+ Math.min(5, Math.exp(q.logvar[j]!))"]],
  },
  {name: "gradient of mu, doubled", replace: [["mu: [...q.mu]", "mu: q.mu.map((m) => 2 * m)"]]},
  {name: "gradient of mu is its sign", replace: [["mu: [...q.mu]", "mu: q.mu.map(Math.sign)"]]},
  {
    name: "gradient of logvar, not halved",
    replace: [["0.5 * (Math.exp(logvar) - 1)", "Math.exp(logvar) - 1"]],
  },
  {
    name: "gradient of the standard deviation's logarithm",
    replace: [["0.5 * (Math.exp(logvar) - 1)", "0.5 * (Math.exp(logvar / 2) - 1)"]],
  },
  {name: "gradient is a line", replace: [["0.5 * (Math.exp(logvar) - 1)", "0.5 * logvar"]]},
  {
    name: "gradient, fields swapped",
    replace: [["mu: [...q.mu],\n    logvar: q.logvar", "logvar: [...q.mu],\n    mu: q.logvar"]],
  },
  {
    name: "gradient cut at 1",
    replace: [["0.5 * (Math.exp(logvar) - 1)", "Math.min(1, 0.5 * (Math.exp(logvar) - 1))"]],
  },
  {
    name: "mu itself",
    isRight: "the arguments are copies",
    replace: [["mu: [...q.mu]", "mu: q.mu"]],
  },
  {
    name: "expm1",
    isRight: "the same, more exactly",
    replace: [["Math.exp(logvar) - 1", "Math.expm1(logvar)"]],
  },
];

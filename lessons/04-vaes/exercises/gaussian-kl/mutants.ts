import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "three numbers", replace: [["j < p.mu.length", "j < Math.min(3, p.mu.length)"]]},
  {name: "the last is left out", replace: [["j < p.mu.length", "j < p.mu.length - 1"]]},
  {name: "the first is left out", replace: [["let j = 0; j < p", "let j = 1; j < p"]]},
  {
    name: "in bits",
    replace: [
      [
        "  return total;\n}\n\n/** The divergence of `p` from the standard",
        "  return total / Math.LN2;\n}\n\n/** The divergence of `p` from the standard",
      ],
    ],
  },
  {name: "the means apart, not squared", replace: [["apart ** 2 *", "Math.abs(apart) *"]]},
  {name: "in p's widths", replace: [["Math.exp(-q.logvar[j]!)", "Math.exp(-p.logvar[j]!)"]]},
  {
    name: "in q's standard deviations",
    replace: [["Math.exp(-q.logvar[j]!)", "Math.exp(-q.logvar[j]! / 2)"]],
  },
  {name: "means added", replace: [["p.mu[j]! - q.mu[j]!", "p.mu[j]! + q.mu[j]!"]]},
  {name: "q's means left out", replace: [["p.mu[j]! - q.mu[j]!", "p.mu[j]!"]]},
  {
    name: "symmetric",
    replace: [["-wider + Math.exp(wider) +", "(Math.exp(wider) + Math.exp(-wider)) / 2 +"]],
  },
  {
    name: "the mean of both directions",
    replace: [
      [
        "export function gaussianKl(p: Gaussian, q: Gaussian): number {",
        "export function gaussianKl(p: Gaussian, q: Gaussian): number {\n  return (oneWay(p, q) + oneWay(q, p)) / 2;\n}\n\nfunction oneWay(p: Gaussian, q: Gaussian): number {",
      ],
    ],
  },
  {
    name: "not below 0.1 a number",
    replace: [
      [
        "  return total;\n}\n\n/** The divergence of `p` from the standard",
        "  return Math.max(0.1, total);\n}\n\n/** The divergence of `p` from the standard",
      ],
    ],
  },
  {
    name: "variances cut at exp(50)",
    replace: [
      [
        "const wider = p.logvar[j]! - q.logvar[j]!",
        "const wider = Math.min(50, p.logvar[j]!) - Math.min(50, q.logvar[j]!)",
      ],
    ],
  },
  {
    name: "variances cut at exp(-50)",
    replace: [
      [
        "const wider = p.logvar[j]! - q.logvar[j]!",
        "const wider = Math.max(-50, p.logvar[j]!) - Math.max(-50, q.logvar[j]!)",
      ],
    ],
  },
  {
    name: "differences cut at 20",
    replace: [
      [
        "const wider = p.logvar[j]! - q.logvar[j]!",
        "const wider = Math.max(-20, Math.min(20, p.logvar[j]! - q.logvar[j]!))",
      ],
    ],
  },
  {
    name: "distance over a variance that overflows",
    replace: [
      [
        "apart ** 2 * Math.exp(-q.logvar[j]!)",
        "(apart ** 2 * Math.exp(p.logvar[j]!)) / Math.exp(q.logvar[j]! + p.logvar[j]!)",
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
        "- p.logvar[j]! - 1);\n  return total;",
        "- p.logvar[j]! - 1);\n  return total / p.mu.length;",
      ],
    ],
  },
  {
    name: "standard: three numbers",
    replace: [["of p.mu.entries())", "of p.mu.slice(0, 3).entries())"]],
  },
  {
    name: "standard: the size of mu",
    replace: [["mu ** 2 + Math.exp(p", "Math.abs(mu) + Math.exp(p"]],
  },
  {name: "standard: mu of the first", replace: [["(mu ** 2 +", "(p.mu[0]! ** 2 +"]]},
  {
    name: "standard: no less than 0.05",
    replace: [
      [
        "- p.logvar[j]! - 1);\n  return total;",
        "- p.logvar[j]! - 1);\n  return Math.max(0.05, total);",
      ],
    ],
  },
  {
    name: "standard: variance cut at 5",
    replace: [["+ Math.exp(p.logvar[j]!)", "+ Math.min(5, Math.exp(p.logvar[j]!))"]],
  },
  {name: "gradient of mu, doubled", replace: [["mu: [...p.mu]", "mu: p.mu.map((m) => 2 * m)"]]},
  {name: "gradient of mu is its sign", replace: [["mu: [...p.mu]", "mu: p.mu.map(Math.sign)"]]},
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
    replace: [["mu: [...p.mu],\n    logvar: p.logvar", "logvar: [...p.mu],\n    mu: p.logvar"]],
  },
  {
    name: "gradient cut at 1",
    replace: [["0.5 * (Math.exp(logvar) - 1)", "Math.min(1, 0.5 * (Math.exp(logvar) - 1))"]],
  },
  {
    name: "mu itself",
    isRight: "the arguments are copies",
    replace: [["mu: [...p.mu]", "mu: p.mu"]],
  },
  {
    name: "expm1",
    isRight: "the same, more exactly",
    replace: [["Math.exp(logvar) - 1", "Math.expm1(logvar)"]],
  },
];

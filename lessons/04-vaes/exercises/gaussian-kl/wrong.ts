import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "deviation-for-variance",
    expect: "you take exp(logvar / 2), the standard deviation",
    replace: [
      [
        `const wider = q.logvar[j]! - p.logvar[j]!;
    const apart = q.mu[j]! - p.mu[j]!;
    total += 0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1);`,
        `const wider = (q.logvar[j]! - p.logvar[j]!) / 2;
    const apart = q.mu[j]! - p.mu[j]!;
    total += 0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]! / 2) - 1);`,
      ],
    ],
  },
  {
    name: "first-number-only",
    expect: "only the first number",
    replace: [["< q.mu.length;", "< 1;"]],
  },
  {
    name: "gradient-brake-missing",
    expect: "Without it every code would shrink",
    replace: [["* (Math.exp(logvar) - 1)", "* Math.exp(logvar)"]],
  },
  {
    name: "gradient-of-variance",
    expect: "with respect to the variance",
    replace: [["Math.exp(logvar) - 1", "1 - Math.exp(-logvar)"]],
  },
  {
    name: "gradient-sign",
    expect: "this is the way down",
    replace: [
      [
        `: [...q.mu],
    logvar: q.logvar.map((logvar) => 0.5 * (Math.exp(logvar) - 1))`,
        `: q.mu.map((mu) => -mu),
    logvar: q.logvar.map((logvar) => 0.5 * (1 - Math.exp(logvar)))`,
      ],
    ],
  },
  {
    name: "half-missing",
    expect: "this is twice the divergence",
    replace: [
      [
        "0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1)",
        "-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1",
      ],
      [
        "0.5 * (mu ** 2 + Math.exp(q.logvar[j]!) - q.logvar[j]! - 1)",
        "mu ** 2 + Math.exp(q.logvar[j]!) - q.logvar[j]! - 1",
      ],
    ],
  },
  {
    name: "logarithm-missing",
    expect: "the logarithm of the two variances is missing",
    replace: [
      [
        "total += 0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1)",
        "total += 0.5 * (Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1)",
      ],
    ],
  },
  {
    name: "logarithm-sign",
    expect: "it is that of p's variance over q's",
    replace: [
      [
        "total += 0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1)",
        "total += 0.5 * (wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1)",
      ],
    ],
  },
  {
    name: "mean-not-sum",
    expect: "this is the mean over the numbers of the code. They",
    replace: [
      [
        `}
  return total;
}`,
        `}
  return total / q.mu.length;
}`,
      ],
    ],
  },
  {
    name: "means-not-in-widths",
    expect: "not measured in p's widths",
    replace: [["2 * Math.exp(-p.logvar[j]!) -", "2 -"]],
  },
  {
    name: "not-squared",
    expect: "the distance of the means is not squared",
    replace: [["apart ** 2 * Math", "apart * Math"]],
  },
  {
    name: "one-missing",
    expect: "the -1 is missing, so equal Gaussians",
    replace: [
      [
        "(-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1);",
        "(-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!));",
      ],
    ],
  },
  {
    name: "overflow",
    expect: "Infinity / Infinity is NaN",
    replace: [
      [
        "+= 0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1)",
        `+=
      0.5 *
      (-wider +
        Math.exp(q.logvar[j]!) / Math.exp(p.logvar[j]!) +
        apart ** 2 * Math.exp(-p.logvar[j]!) -
        1)`,
      ],
    ],
  },
  {
    name: "sign",
    expect: "A divergence is never negative",
    replace: [
      [
        "total += 0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1)",
        "total += -0.5 * (-wider + Math.exp(wider) + apart ** 2 * Math.exp(-p.logvar[j]!) - 1)",
      ],
    ],
  },
  {
    name: "standard-deviation",
    expect: "exp(logvar / 2) is the standard deviation. The variance",
    replace: [["(q.logvar[j]!) - q.logvar", "(q.logvar[j]! / 2) - q.logvar"]],
  },
  {
    name: "standard-missing-exp",
    expect: "logvar is its own exponential here",
    replace: [
      [
        `(const [j, mu] of q.mu.entries())
    total += 0.5 * (mu ** 2 + Math.exp(q.logvar[j]!) - q.logvar[j]! - 1);`,
        "(const [j, mu] of q.mu.entries()) total += 0.5 * (mu ** 2 + q.logvar[j]! - q.logvar[j]! - 1);",
      ],
    ],
  },
  {
    name: "standard-sign",
    expect: "all four signs in the bracket",
    replace: [
      [
        "total += 0.5 * (mu ** 2 + Math.exp(q.logvar[j]!) - q.logvar[j]! - 1)",
        "total += -0.5 * (mu ** 2 + Math.exp(q.logvar[j]!) - q.logvar[j]! - 1)",
      ],
    ],
  },
  {name: "swapped", expect: "q and p are swapped", replace: [["q: Gaussian, p", "p: Gaussian, q"]]},
];

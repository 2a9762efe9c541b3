import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "chain-rule-missing",
    expect: "these are the slopes of z alone",
    replace: [
      [
        `mu: gradient.map((row) => row.map((g) => g)),
    logvar: gradient.map((row, i) =>
      row.map((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),`,
        `mu: gradient.map((row) => row.map(() => 1)),
    logvar: gradient.map((row, i) =>
      row.map((_, j) => (Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),`,
      ],
    ],
  },
  {
    name: "detached",
    expect: "the draw is taken for a constant",
    replace: [
      [
        `((row, i) =>
      row.map((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),
    ),`,
        "((row) => row.map(() => 0)),",
      ],
    ],
  },
  {
    name: "exponent-sign",
    expect: "the exponent has the wrong sign",
    replace: [
      [
        "(m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps",
        "(m, j) => m + Math.exp(-logvar[i]![j]! / 2) * eps",
      ],
    ],
  },
  {
    name: "gradient-averaged",
    expect: "you divide by the size of the batch",
    replace: [
      [
        `mu: gradient.map((row) => row.map((g) => g)),
    logvar: gradient.map((row, i) =>
      row.map((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),`,
        `mu: gradient.map((row) => row.map((g) => g / gradient.length)),
    logvar: gradient.map((row, i) =>
      row.map((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2 / gradient.length),`,
      ],
    ],
  },
  {
    name: "gradient-half-missing",
    expect: "the half is missing",
    replace: [
      [
        "(g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2",
        "g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!",
      ],
    ],
  },
  {
    name: "gradient-of-deviation",
    expect: "with respect to sigma",
    replace: [
      [
        `((row, i) =>
      row.map((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),
    ),`,
        "((row, i) => row.map((g, j) => g * eps[i]![j]!)),",
      ],
    ],
  },
  {
    name: "gradient-of-variance",
    expect: "with respect to the variance",
    replace: [
      [
        "((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),",
        "((g, j) => (g * eps[i]![j]!) / (2 * Math.exp(logvar[i]![j]! / 2))),",
      ],
    ],
  },
  {
    name: "gradient-sign",
    expect: "this is the way down",
    replace: [
      [
        `mu: gradient.map((row) => row.map((g) => g)),
    logvar: gradient.map((row, i) =>
      row.map((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),`,
        `mu: gradient.map((row) => row.map((g) => -g)),
    logvar: gradient.map((row, i) =>
      row.map((g, j) => (-g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),`,
      ],
    ],
  },
  {
    name: "halved-variance",
    expect: "half the variance is not its root",
    replace: [["> m + Math.exp(logvar[i]![j]! / 2)", "> m + (Math.exp(logvar[i]![j]!) / 2)"]],
  },
  {
    name: "log-variance-as-spread",
    expect: "the logarithm is still in it",
    replace: [["+ Math.exp(logvar[i]![j]! / 2) *", "+ logvar[i]![j]! *"]],
  },
  {
    name: "mean-only",
    expect: "this is the mean. Without noise",
    replace: [
      [
        "(row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!)",
        "(row) => row.map((m) => m)",
      ],
    ],
  },
  {
    name: "noise-missing",
    expect: "the noise is missing: this is always",
    replace: [
      [
        "((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!));",
        "((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2)));",
      ],
    ],
  },
  {
    name: "own-noise",
    expect: "you draw noise of your own",
    replace: [
      [
        "return mu.map((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!));",
        `return mu.map((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * noise()));
}

/** Box and Muller's way from even chance to a normal one. */
function noise(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());`,
      ],
    ],
  },
  {
    name: "root-after-exp",
    expect: "is Infinity before its root is taken",
    replace: [
      [
        "((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!));",
        `((row, i) =>
    row.map((m, j) => m + Math.sqrt(Math.exp(logvar[i]![j]!)) * eps[i]![j]!),
  );`,
      ],
    ],
  },
  {
    name: "same-noise",
    expect: "every picture gets the noise of the first",
    replace: [
      [
        "((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!));",
        "((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps[0]![j]!));",
      ],
    ],
  },
  {
    name: "subtracted",
    expect: "the noise is subtracted",
    replace: [["> m + Math.exp", "> m - Math.exp"]],
  },
  {
    name: "variance-not-deviation",
    expect: "exp(logvar) is the variance",
    replace: [
      [
        "((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!));",
        "((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]!) * eps[i]![j]!));",
      ],
    ],
  },
  {
    name: "clipped",
    expect: "Nothing is cut",
    replace: [
      ["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.exp(Math.min(20, logvar[i]![j]!) / 2)"],
    ],
  },
  {
    name: "softplus",
    expect: "softplus also makes a spread",
    replace: [["m + Math.exp(logvar[i]![j]! / 2)", "m + Math.log1p(Math.exp(logvar[i]![j]!))"]],
  },
];

import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "beta-missing",
    expect: "beta is missing",
    replace: [["- beta * divergence", "- divergence"]],
  },
  {
    name: "beta-on-likelihood",
    expect: "beta multiplies the log-likelihood",
    replace: [
      [
        "logLikelihood(logits[i]!, pixels[i]!) - beta *",
        "beta * logLikelihood(logits[i]!, pixels[i]!) -",
      ],
    ],
  },
  {
    name: "divergence-added",
    expect: "the divergence is added",
    replace: [
      [
        "total += logLikelihood(logits[i]!, pixels[i]!) - beta * divergence(mu[i]!, logvar[i]!)",
        "total += logLikelihood(logits[i]!, pixels[i]!) + beta * divergence(mu[i]!, logvar[i]!)",
      ],
    ],
  },
  {
    name: "divergence-averaged",
    expect: "you took the mean over the numbers of the code",
    replace: [
      [
        `total += 0.5 * (m ** 2 + Math.exp(logvar[j]!) - logvar[j]! - 1);
  return total;
}`,
        `total += 0.5 * (m ** 2 + Math.exp(logvar[j]!) - logvar[j]! - 1);
  return total / mu.length;
}`,
      ],
    ],
  },
  {
    name: "divergence-doubled",
    expect: "its factor 1/2 is missing",
    replace: [
      [
        `(const [j, m] of mu.entries())
    total += 0.5 * (m ** 2 + Math.exp(logvar[j]!) - logvar[j]! - 1);`,
        "(const [j, m] of mu.entries()) total += m ** 2 + Math.exp(logvar[j]!) - logvar[j]! - 1;",
      ],
    ],
  },
  {
    name: "gradient-of-logit",
    expect: "the logit is no probability",
    replace: [
      [
        "((row, i) => row.map((a, p) => (pixels[i]![p]! - sigmoid(a)) / logits.length));",
        "((row, i) => row.map((a, p) => (pixels[i]![p]! - a) / logits.length));",
      ],
    ],
  },
  {
    name: "gradient-of-squares",
    expect: "this is the gradient of a squared error",
    replace: [
      [
        "((row, i) => row.map((a, p) => (pixels[i]![p]! - sigmoid(a)) / logits.length));",
        `((row, i) =>
    row.map(
      (a, p) => (2 * (pixels[i]![p]! - sigmoid(a)) * sigmoid(a) * sigmoid(-a)) / logits.length,
    ),
  );`,
      ],
    ],
  },
  {
    name: "gradient-of-sum",
    expect: "the bound is a mean over the batch",
    replace: [["(pixels[i]![p]! - sigmoid(a)) / logits.length", "pixels[i]![p]! - sigmoid(a)"]],
  },
  {
    name: "gradient-sign",
    expect: "this is the gradient of the loss",
    replace: [["pixels[i]![p]! - sigmoid(a)", "sigmoid(a) - pixels[i]![p]!"]],
  },
  {
    name: "white-only",
    expect: "only the white is counted",
    replace: [["= pixels[p]! * a - softplus(a)", "= -pixels[p]! * softplus(-a)"]],
  },
  {
    name: "logits-as-probabilities",
    expect: "the logits themselves",
    replace: [
      [
        "(const [p, a] of logits.entries()) total += pixels[p]! * a - softplus(a);",
        `(const [p, a] of logits.entries())
    total += pixels[p]! * Math.log(a) + (1 - pixels[p]!) * Math.log(1 - a);`,
      ],
    ],
  },
  {
    name: "mean-over-pixels",
    expect: "you took the mean over the pixels",
    replace: [
      [
        `for (const [p, a] of logits.entries()) total += pixels[p]! * a - softplus(a);
  return total;
}`,
        `for (const [p, a] of logits.entries()) total += pixels[p]! * a - softplus(a);
  return total / logits.length;
}`,
      ],
    ],
  },
  {
    name: "missing-log",
    expect: "there is no logarithm in this",
    replace: [
      [
        "(const [p, a] of logits.entries()) total += pixels[p]! * a - softplus(a);",
        `(const [p, a] of logits.entries())
    total += pixels[p]! * sigmoid(a) + (1 - pixels[p]!) * sigmoid(-a);`,
      ],
    ],
  },
  {
    name: "overflow",
    expect: "the logarithm of 0 is -Infinity",
    replace: [
      [
        "(const [p, a] of logits.entries()) total += pixels[p]! * a - softplus(a);",
        `(const [p, a] of logits.entries())
    total += pixels[p]! * Math.log(sigmoid(a)) + (1 - pixels[p]!) * Math.log(1 - sigmoid(a));`,
      ],
    ],
  },
  {
    name: "sign",
    expect: "the sign is wrong: this is the loss",
    replace: [["pixels[p]! * a - softplus(a)", "softplus(a) - pixels[p]! * a"]],
  },
  {
    name: "squared-error",
    expect: "this is a squared error",
    replace: [["+= pixels[p]! * a - softplus(a)", "-= (pixels[p]! - sigmoid(a)) ** 2"]],
  },
  {
    name: "sum-over-batch",
    expect: "you summed over the batch",
    replace: [["total / logits.length", "total"]],
  },
  {
    name: "swapped",
    expect: "white and black are swapped",
    replace: [["= pixels[p]! *", "= (1 - pixels[p]!) *"]],
  },
  {
    name: "beta-squared",
    expect: "for each picture log-likelihood - beta * divergence",
    replace: [["beta * divergence", "beta ** 2 * divergence"]],
  },
];

import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "the root of beta", replace: [["beta * divergence", "Math.sqrt(beta) * divergence"]]},
  {name: "beta of 1 at most", replace: [["beta * divergence", "Math.min(1, beta) * divergence"]]},
  {name: "beta of 0 taken for none", replace: [["beta * divergence", "(beta || 1) * divergence"]]},
  {
    name: "the first divergence",
    replace: [["divergence(mu[i]!, logvar[i]!)", "divergence(mu[0]!, logvar[0]!)"]],
  },
  {
    name: "the first pixels",
    replace: [["logLikelihood(logits[i]!, pixels[i]!)", "logLikelihood(logits[i]!, pixels[0]!)"]],
  },
  {
    name: "the first is left out",
    replace: [["for (let i = 0; i < logits", "for (let i = logits.length > 1 ? 1 : 0; i < logits"]],
  },
  {
    name: "four pictures",
    replace: [["i < logits.length; i++", "i < Math.min(4, logits.length); i++"]],
  },
  {
    name: "divided by the pixels",
    replace: [["return total / logits.length", "return total / logits[0]!.length"]],
  },
  {
    name: "divided by one more",
    replace: [["return total / logits.length", "return total / (logits.length + 1)"]],
  },
  {name: "divergence without the -1", replace: [["- logvar[j]! - 1)", "- logvar[j]!)"]]},
  {
    name: "divergence with a standard deviation",
    replace: [["Math.exp(logvar[j]!) - logvar", "Math.exp(logvar[j]! / 2) - logvar"]],
  },
  {
    name: "divergence with the logarithm added",
    replace: [["- logvar[j]! - 1", "+ logvar[j]! - 1"]],
  },
  {name: "divergence of mu, not squared", replace: [["m ** 2 +", "Math.abs(m) +"]]},
  {
    name: "divergence of at least 1 a number",
    replace: [
      [
        "total += 0.5 * (m ** 2 + Math.exp(logvar[j]!) - logvar[j]! - 1)",
        "total += Math.max(0.2, 0.5 * (m ** 2 + Math.exp(logvar[j]!) - logvar[j]! - 1))",
      ],
    ],
  },
  {
    name: "divergence of three numbers",
    replace: [["of mu.entries())", "of mu.slice(0, 3).entries())"]],
  },
  {
    name: "logits cut at 30",
    replace: [
      ["return Math.max(x, 0) +", "x = Math.max(-30, Math.min(30, x));\n  return Math.max(x, 0) +"],
    ],
  },
  {
    name: "logits cut at 700",
    replace: [
      [
        "Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))",
        "Math.log1p(Math.exp(Math.min(700, x)))",
      ],
    ],
  },
  {
    name: "the line from 5 on",
    replace: [["return Math.max(x, 0) +", "if (x > 5) return x;\n  return Math.max(x, 0) +"]],
  },
  {
    name: "a small number in the logarithm",
    replace: [
      [
        "total += pixels[p]! * a - softplus(a)",
        "total += pixels[p]! * Math.log(sigmoid(a) + 1e-12) + (1 - pixels[p]!) * Math.log(1 - sigmoid(a) + 1e-12)",
      ],
    ],
  },
  {name: "exp of x", replace: [["Math.exp(-Math.abs(x))", "Math.exp(-x)"]]},
  {name: "pixels made 0 or 1", replace: [["pixels[p]! * a", "Math.round(pixels[p]!) * a"]]},
  {
    name: "four pixels",
    replace: [["total += pixels[p]! * a", "if (p < 4) total += pixels[p]! * a"]],
  },
  {name: "the sign of the logit", replace: [["- softplus(a)", "- softplus(-a)"]]},
  {
    name: "gradient of pixels made 0 or 1",
    replace: [["pixels[i]![p]! - sigmoid(a)", "Math.round(pixels[i]![p]!) - sigmoid(a)"]],
  },
  {
    name: "gradient of the first pixels",
    replace: [["pixels[i]![p]! - sigmoid(a)", "pixels[0]![p]! - sigmoid(a)"]],
  },
  {
    name: "gradient divided by pixels",
    replace: [["sigmoid(a)) / logits.length", "sigmoid(a)) / row.length"]],
  },
  {
    name: "gradient of quotients",
    replace: [["1 / (1 + Math.exp(-x))", "Math.exp(x) / (1 + Math.exp(x))"]],
  },
  {
    name: "gradient of cut shares",
    replace: [
      ["1 / (1 + Math.exp(-x))", "Math.min(0.999, Math.max(0.001, 1 / (1 + Math.exp(-x))))"],
    ],
  },
  {
    name: "gradient flat",
    replace: [["return logits.map((row, i) => row", "return logits.flatMap((row, i) => row"]],
  },
  {
    name: "gradient of a batch of one",
    replace: [["sigmoid(a)) / logits.length", "sigmoid(a)) / Math.max(2, logits.length)"]],
  },
  {
    name: "the mean of the two",
    isRight: "the same sums in another order",
    replace: [["beta * divergence(mu[i]!, logvar[i]!)", "divergence(mu[i]!, logvar[i]!) * beta"]],
  },
  {
    name: "logarithms of the logistic",
    isRight: "the same in another form",
    replace: [
      [
        "pixels[p]! * a - softplus(a)",
        "-pixels[p]! * softplus(-a) - (1 - pixels[p]!) * softplus(a)",
      ],
    ],
  },
];

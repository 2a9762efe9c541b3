import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "least squares",
    replace: [
      [
        "real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)))",
        "real.map((r) => (r - 1) ** 2)) + mean(fake.map((f) => f ** 2))",
      ],
    ],
  },
  {
    name: "Wasserstein",
    replace: [
      [
        "real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)))",
        "real.map((r) => -r)) + mean(fake)",
      ],
    ],
  },
  {
    name: "logits cut at 30",
    replace: [
      [
        "return Math.max(x, 0) + Math",
        "x = Math.max(-30, Math.min(30, x));\n  return Math.max(x, 0) + Math",
      ],
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
    replace: [["return Math.max(x, 0)", "if (x > 5) return x;\n  return Math.max(x, 0)"]],
  },
  {
    name: "nothing below -6",
    replace: [["return Math.max(x, 0)", "if (x < -6) return 0;\n  return Math.max(x, 0)"]],
  },
  {name: "exp of x", replace: [["Math.exp(-Math.abs(x))", "Math.exp(-x)"]]},
  {
    name: "without care",
    replace: [["Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))", "Math.log(1 + Math.exp(x))"]],
  },
  {
    name: "a small number in the logarithm",
    replace: [
      ["Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))", "-Math.log(1 - sigmoid(x) + 1e-12)"],
    ],
  },
  {
    name: "the larger of x and 0",
    replace: [["Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))", "Math.max(x, 0)"]],
  },
  {
    name: "smoothed targets",
    replace: [
      [
        "mean(real.map((r) => softplus(-r)))",
        "mean(real.map((r) => 0.9 * softplus(-r) + 0.1 * softplus(r)))",
      ],
    ],
  },
  {
    name: "one less to divide by",
    replace: [["/ values.length", "/ Math.max(1, values.length - 1)"]],
  },
  {
    name: "five pictures",
    replace: [["return values.reduce", "values = values.slice(0, 5);\n  return values.reduce"]],
  },
  {
    name: "generator's worst picture",
    replace: [
      [
        "return mean(fake.map((f) => softplus(-f)));",
        "return Math.max(...fake.map((f) => softplus(-f)));",
      ],
    ],
  },
  {
    name: "generator's loss of the mean logit",
    replace: [["return mean(fake.map((f) => softplus(-f)));", "return softplus(-mean(fake));"]],
  },
  {
    name: "real ones divided by the generated",
    replace: [["-sigmoid(-r) / real.length", "-sigmoid(-r) / fake.length"]],
  },
  {
    name: "divided by all",
    replace: [
      ["-sigmoid(-r) / real.length", "-sigmoid(-r) / (real.length + fake.length)"],
      ["=> sigmoid(f) / fake.length", "=> sigmoid(f) / (real.length + fake.length)"],
    ],
  },
  {
    name: "fields swapped",
    replace: [
      [
        "real: real.map((r) => -sigmoid(-r) / real.length)",
        "fake: real.map((r) => -sigmoid(-r) / real.length)",
      ],
      [
        "fake: fake.map((f) => sigmoid(f) / fake.length)",
        "real: fake.map((f) => sigmoid(f) / fake.length)",
      ],
    ],
  },
  {
    name: "a list of two",
    replace: [
      [
        "return {\n    real: real.map((r) => -sigmoid(-r) / real.length),\n    fake: fake.map((f) => sigmoid(f) / fake.length),\n  };",
        "return [real.map((r) => -sigmoid(-r) / real.length), fake.map((f) => sigmoid(f) / fake.length)] as never;",
      ],
    ],
  },
  {
    name: "quotient of powers",
    replace: [["1 / (1 + Math.exp(-x))", "Math.exp(x) / (1 + Math.exp(x))"]],
  },
  {
    name: "quotient of powers in the generator's",
    replace: [
      [
        "fake.map((f) => -sigmoid(-f) / fake.length);",
        "fake.map((f) => -Math.exp(-f) / (1 + Math.exp(-f)) / fake.length);",
      ],
    ],
  },
  {name: "tanh", replace: [["1 / (1 + Math.exp(-x))", "(1 + Math.tanh(x)) / 2"]]},
  {
    name: "gradient cut",
    replace: [["1 / (1 + Math.exp(-x))", "Math.min(0.99, Math.max(0.01, 1 / (1 + Math.exp(-x))))"]],
  },
  {
    name: "slope of the logistic",
    replace: [
      [
        "fake.map((f) => -sigmoid(-f) / fake.length);",
        "fake.map((f) => (-sigmoid(-f) * sigmoid(f)) / fake.length);",
      ],
    ],
  },
  {
    name: "generator's gradient over the first three",
    replace: [
      [
        "fake.map((f) => -sigmoid(-f) / fake.length);",
        "fake.map((f, i) => (i < 3 ? -sigmoid(-f) / fake.length : 0));",
      ],
    ],
  },
  {
    name: "one picture is no batch",
    replace: [
      [
        "return fake.map((f) => -sigmoid(-f) / fake.length)",
        "return fake.length === 1 ? [0] : fake.map((f) => -sigmoid(-f) / fake.length)",
      ],
    ],
  },
  {
    name: "log of 1 plus",
    isRight: "off by 1e-16 at most",
    replace: [["Math.log1p(Math.exp(-Math.abs(x)))", "Math.log(1 + Math.exp(-Math.abs(x)))"]],
  },
  {
    name: "the line from 40 on",
    isRight: "off by exp(-40) at most",
    replace: [
      [
        "Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))",
        "(x > 40 ? x : Math.log1p(Math.exp(x)))",
      ],
    ],
  },
  {
    name: "tanh of half",
    isRight: "the same function",
    replace: [["1 / (1 + Math.exp(-x))", "(1 + Math.tanh(x / 2)) / 2"]],
  },
];

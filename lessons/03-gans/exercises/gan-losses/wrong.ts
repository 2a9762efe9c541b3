import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "averaged",
    expect: "this is half of it",
    replace: [
      [
        "mean(real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)))",
        "(mean(real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)))) / 2",
      ],
    ],
  },
  {
    name: "both-real",
    expect: "both kinds are taken for real",
    replace: [["(fake.map((f) => softplus(f)));", "(fake.map((f) => softplus(-f)));"]],
  },
  {
    name: "detached-generator",
    expect: "nothing arrives: the pictures are detached",
    replace: [["(f) => -sigmoid(-f) / fake.length", "() => 0"]],
  },
  {
    name: "detached-judge",
    expect: "it learns from them, too",
    replace: [["(f) => sigmoid(f) / fake.length", "() => 0"]],
  },
  {
    name: "generator-gradient-of-judge",
    expect: "the slope of the discriminator's loss",
    replace: [["> -sigmoid(-f)", "> sigmoid(f)"]],
  },
  {
    name: "gradient-of-sums",
    expect: "each logit counts 1 / N or 1 / M",
    replace: [
      [
        `((r) => -sigmoid(-r) / real.length),
    fake: fake.map((f) => sigmoid(f) / fake.length),`,
        `((r) => -sigmoid(-r)),
    fake: fake.map((f) => sigmoid(f)),`,
      ],
    ],
  },
  {
    name: "gradient-sign",
    expect: "this is the way down",
    replace: [
      [
        `real.map((r) => -sigmoid(-r) / real.length),
    fake: fake.map((f) => sigmoid(f) / fake.length)`,
        `real.map((r) => sigmoid(-r) / real.length),
    fake: fake.map((f) => -sigmoid(f) / fake.length)`,
      ],
    ],
  },
  {
    name: "learns-from-successes",
    expect: "pushes most where the judge is right already",
    replace: [
      [
        `((r) => -sigmoid(-r) / real.length),
    fake: fake.map((f) => sigmoid(f) / fake.length),`,
        `((r) => -sigmoid(r) / real.length),
    fake: fake.map((f) => sigmoid(-f) / fake.length),`,
      ],
    ],
  },
  {
    name: "minimax-gradient",
    expect: "this is the slope of the minimax loss",
    replace: [["-sigmoid(-f)", "-sigmoid(f)"]],
  },
  {
    name: "minimax",
    expect: "this is the minimax loss",
    replace: [["> softplus(-f)", "> Math.log(1 - sigmoid(f))"]],
  },
  {
    name: "missing-log",
    expect: "there is no logarithm",
    replace: [["> softplus(-f)", "> 1 - sigmoid(f)"]],
  },
  {
    name: "one-mean",
    expect: "one mean over all pictures",
    replace: [
      [
        "(real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)))",
        "([...real.map((r) => softplus(-r)), ...fake.map((f) => softplus(f))])",
      ],
    ],
  },
  {
    name: "overflow",
    expect: "exp of a large number is Infinity",
    replace: [["Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))", "Math.log(1 + Math.exp(x))"]],
  },
  {
    name: "sign",
    expect: "the sign is wrong. Logarithms",
    replace: [
      [
        "return mean(real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)))",
        "return -(mean(real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f))))",
      ],
    ],
  },
  {
    name: "sum-not-mean",
    expect: "you summed over the pictures",
    replace: [["((a, b) => a + b, 0) / values.length;", "((a, b) => a + b, 0);"]],
  },
  {
    name: "swapped-targets",
    expect: "the targets are swapped",
    replace: [
      [
        "(real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)));",
        "(real.map((r) => softplus(r))) + mean(fake.map((f) => softplus(-f)));",
      ],
    ],
  },
  {
    name: "hinge",
    expect: "this is the hinge loss",
    replace: [
      [
        "real.map((r) => softplus(-r))) + mean(fake.map((f) => softplus(f)))",
        "real.map((r) => Math.max(0, 1 - r))) + mean(fake.map((f) => Math.max(0, 1 + f)))",
      ],
    ],
  },
  {
    name: "in-bits",
    expect: "this is in bits",
    replace: [
      [
        "Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))",
        "(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))) / Math.LN2",
      ],
    ],
  },
];

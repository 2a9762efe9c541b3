import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "advantage-sign",
    expect: "a return above the baseline is a positive advantage",
    replace: [["own - (sum(returns) - own) / others", "(sum(returns) - own) / others - own"]],
  },
  {
    name: "advantages-missing",
    expect: "the advantages are missing",
    replace: [
      [
        `(
    (_, k) => sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)) / actions.length,
  )`,
        "((_, k) => sum(pulls.map((pull) => pull[k]!)) / actions.length)",
      ],
    ],
  },
  {
    name: "baseline-divided-by-all",
    expect: "there are only N - 1 others",
    replace: [
      [
        "((own) => own - (sum(returns) - own) / others);",
        "((own) => own - (sum(returns) - own) / returns.length);",
      ],
    ],
  },
  {
    name: "constant-denominator",
    expect: "the sum of the powers is taken for a constant",
    replace: [
      [
        "return softmax(logits).map((p, k) => (k === action ? 1 : 0) - p)",
        "return logits.map((_, k) => (k === action ? 1 : 0))",
      ],
    ],
  },
  {
    name: "detached",
    expect: "the probabilities are detached",
    replace: [
      [
        `(
    (_, k) => sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)) / actions.length,
  )`,
        "((_, k) => sum(advantages) * 0)",
      ],
    ],
  },
  {
    name: "divided-by-spread",
    expect: "you also divide by the spread",
    replace: [
      [
        "return returns.map((own) => own - (sum(returns) - own) / others)",
        `const mean = sum(returns) / returns.length;
  const spread = Math.sqrt(sum(returns.map((own) => (own - mean) ** 2)) / returns.length);
  return returns.map((own) => (own - mean) / spread)`,
      ],
    ],
  },
  {
    name: "gradient-sign",
    expect: "This is the gradient of a loss",
    replace: [
      [
        "(_, k) => sum(pulls.map((pull, n) => advantages[n]! * pull[k]!))",
        "(_, k) => -sum(pulls.map((pull, n) => advantages[n]! * pull[k]!))",
      ],
    ],
  },
  {
    name: "missing-log",
    expect: "this is the gradient of pi, not of log pi",
    replace: [
      [
        "return softmax(logits).map((p, k) => (k === action ? 1 : 0) - p)",
        `const pi = softmax(logits);
  return pi.map((p, k) => pi[action]! * ((k === action ? 1 : 0) - p))`,
      ],
    ],
  },
  {
    name: "none-to-divide-by",
    expect: "the mean of no others is 0 / 0",
    replace: [
      [
        `if (others === 0) return returns;
  return`,
        "return",
      ],
    ],
  },
  {
    name: "only-the-taken",
    expect: "only the logit of the action that was taken",
    replace: [
      ["((p, k) => (k === action ? 1 : 0) - p);", "((p, k) => (k === action ? 1 - p : 0));"],
    ],
  },
  {
    name: "overflow",
    expect: "Subtract the largest of all logits",
    replace: [["(z - largest)", "(z)"]],
  },
  {
    name: "own-return-in-baseline",
    expect: "each return is part of its own baseline",
    replace: [["(sum(returns) - own) / others", "sum(returns) / returns.length"]],
  },
  {
    name: "sign",
    expect: "this makes the action less probable",
    replace: [["(k === action ? 1 : 0) - p", "p - (k === action ? 1 : 0)"]],
  },
  {
    name: "sum-not-mean",
    expect: "this is the sum over the batch",
    replace: [
      [
        `(
    (_, k) => sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)) / actions.length,
  )`,
        "((_, k) => sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)))",
      ],
    ],
  },
  {
    name: "two-means",
    expect: "this multiplies two means",
    replace: [
      [
        "> sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)) / actions.length",
        `>
      (sum(advantages) / actions.length) * (sum(pulls.map((pull) => pull[k]!)) / actions.length)`,
      ],
    ],
  },
  {
    name: "weighted-twice",
    expect: "weighted by its probability once more",
    replace: [
      [
        "> sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)) / actions",
        `>
      sum(pulls.map((pull, n) => softmax(logits)[actions[n]!]! * advantages[n]! * pull[k]!)) /
      actions`,
      ],
    ],
  },
  {
    name: "less-the-first",
    expect: "Subtract the largest of all logits",
    replace: [["const largest = Math.max(...logits)", "const largest = logits[0]!"]],
  },
];

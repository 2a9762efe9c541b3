import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "bits",
    expect: "this is in bits",
    replace: [["logSumExp(row) - row[labels[n]!]!", "-Math.log2(softmax(row)[labels[n]!]!)"]],
  },
  {
    name: "gradient-of-sum",
    expect: "its gradient has a factor 1 / number of rows",
    replace: [
      [
        `((row, n) =>
    softmax(row).map((p, k) => (p - (k === labels[n] ? 1 : 0)) / logits.length),
  );`,
        "((row, n) => softmax(row).map((p, k) => p - (k === labels[n] ? 1 : 0)));",
      ],
    ],
  },
  {
    name: "gradient-shares-only",
    expect: "Take 1 from the right class",
    replace: [
      [
        `((row, n) =>
    softmax(row).map((p, k) => (p - (k === labels[n] ? 1 : 0)) / logits.length),
  );`,
        "((row, n) => softmax(row).map((p, k) => p / logits.length));",
      ],
    ],
  },
  {
    name: "gradient-sign",
    expect: "the sign is wrong: this points down",
    replace: [["p - (k === labels[n] ? 1 : 0)", "(k === labels[n] ? 1 : 0) - p"]],
  },
  {
    name: "log-of-zero",
    expect: "a share can be so small",
    replace: [["logSumExp(row) - row[labels[n]!]!", "-Math.log(softmax(row)[labels[n]!]!)"]],
  },
  {
    name: "missing-log",
    expect: "without a logarithm",
    replace: [["logSumExp(row) - row", "-softmax(row)"]],
  },
  {
    name: "no-normalisation",
    expect: "Divide each by their sum",
    replace: [["return powers.map((power) => power / sum)", "return logits.map(Math.exp)"]],
  },
  {
    name: "overflow",
    expect: "Subtract the largest logit",
    replace: [
      [
        `const largest = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - largest))`,
        "const powers = logits.map((z) => Math.exp(z))",
      ],
    ],
  },
  {
    name: "sign",
    expect: "the sign is wrong. A share is below 1",
    replace: [["logSumExp(row) - row[labels[n]!]!", "row[labels[n]!]! - logSumExp(row)"]],
  },
  {
    name: "sum-not-mean",
    expect: "you summed over the batch",
    replace: [["((a, b) => a + b, 0) / losses.length;", "((a, b) => a + b, 0);"]],
  },
  {
    name: "wrong-axis",
    expect: "your softmax runs over the pictures",
    replace: [
      [
        `return logits.map((row, n) =>
    softmax(row).map((p, k) => (p - (k === labels[n] ? 1 : 0)) / logits.length),`,
        `const columns = logits[0]!.map((_, k) => softmax(logits.map((row) => row[k]!)));
  return logits.map((row, n) =>
    row
      .map((_, k) => columns[k]![n]!)
      .map((p, k) => (p - (k === labels[n] ? 1 : 0)) / logits.length),`,
      ],
    ],
  },
  {
    name: "less-the-mean",
    expect: "Subtract the largest logit of the row",
    replace: [
      [
        "const largest = Math.max(...logits)",
        "const largest = logits.reduce((a, b) => a + b, 0) / logits.length",
      ],
    ],
  },
  {
    name: "cut-at-700",
    expect: "only the differences between them matter",
    replace: [
      [
        "const largest = Math.max(...logits);\n  const powers = logits.map((z) => Math.exp(z - largest));",
        "const powers = logits.map((z) => Math.exp(Math.min(z, 700)));",
      ],
    ],
  },
];

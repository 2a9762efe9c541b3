import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "softmax less the first",
    replace: [["const largest = Math.max(...logits)", "const largest = logits[0]!"]],
  },
  {
    name: "softmax less the largest size",
    replace: [["Math.max(...logits)", "Math.max(...logits.map(Math.abs))"]],
  },
  {name: "softmax less at least 0", replace: [["Math.max(...logits)", "Math.max(0, ...logits)"]]},
  {
    name: "softmax less the larger of two",
    replace: [["Math.max(...logits)", "Math.max(...logits.slice(0, 2))"]],
  },
  {
    name: "softmax cut to 30",
    replace: [
      [
        "const powers = logits.map((z) => Math.exp(z - largest));",
        "const powers = logits.map((z) => Math.exp(Math.max(-30, Math.min(30, z))) + 0 * largest);",
      ],
    ],
  },
  {name: "softmax with a small number below", replace: [["power / sum", "power / (sum + 1e-5)"]]},
  {name: "softmax with a small number above", replace: [["power / sum", "(power + 1e-4) / sum"]]},
  {name: "softmax rounded", replace: [["power / sum", "Math.round(1e4 * power / sum) / 1e4"]]},
  {
    name: "softmax of five",
    replace: [["const powers = logits.map", "const powers = logits.slice(0, 5).map"]],
  },
  {
    name: "softmax of squares",
    replace: [
      [
        "const powers = logits.map((z) => Math.exp(z - largest))",
        "const powers = logits.map((z) => Math.exp(z - largest) ** 2)",
      ],
    ],
  },
  {
    name: "one logit has share 0",
    replace: [
      [
        "const powers = logits.map",
        "if (logits.length === 1) return [0];\n  const powers = logits.map",
      ],
    ],
  },
  {
    name: "loss with the first as the largest",
    replace: [["const largest = Math.max(...row)", "const largest = row[0]!"]],
  },
  {
    name: "loss of shares cut at 1e-7",
    replace: [
      ["logSumExp(row) - row[labels[n]!]!", "-Math.log(Math.max(1e-7, softmax(row)[labels[n]!]!))"],
    ],
  },
  {
    name: "loss of shares plus a small number",
    replace: [
      ["logSumExp(row) - row[labels[n]!]!", "-Math.log(softmax(row)[labels[n]!]! + 1e-12)"],
    ],
  },
  {
    name: "loss cut at 100",
    replace: [
      ["logSumExp(row) - row[labels[n]!]!", "Math.min(100, logSumExp(row) - row[labels[n]!]!)"],
    ],
  },
  {name: "labels counted from 1", replace: [["row[labels[n]!]!", "row[labels[n]! - 1]!"]]},
  {name: "the first label for all", replace: [["row[labels[n]!]!", "row[labels[0]!]!"]]},
  {name: "loss divided by the classes", replace: [["/ losses.length", "/ logits[0]!.length"]]},
  {
    name: "loss of four pictures",
    replace: [["const losses = logits.map", "const losses = logits.slice(0, 4).map"]],
  },
  {
    name: "loss of the worst",
    replace: [
      ["return losses.reduce((a, b) => a + b, 0) / losses.length", "return Math.max(...losses)"],
    ],
  },
  {
    name: "loss of the median",
    replace: [
      [
        "return losses.reduce((a, b) => a + b, 0) / losses.length",
        "return losses.sort((a, b) => a - b)[losses.length >> 1]!",
      ],
    ],
  },
  {
    name: "logarithm of the mean share",
    replace: [
      [
        "return losses.reduce((a, b) => a + b, 0) / losses.length",
        "return -Math.log(losses.reduce((a, b) => a + Math.exp(-b), 0) / losses.length)",
      ],
    ],
  },
  {name: "gradient of the first label", replace: [["k === labels[n] ?", "k === labels[0] ?"]]},
  {
    name: "gradient of the labels in reverse",
    replace: [["k === labels[n] ?", "k === labels.at(-1 - n) ?"]],
  },
  {name: "gradient divided by the classes", replace: [["/ logits.length),", "/ row.length),"]]},
  {
    name: "gradient divided by one more",
    replace: [["/ logits.length),", "/ (logits.length + 1)),"]],
  },
  {
    name: "gradient without care",
    replace: [
      [
        "softmax(row).map((p, k)",
        "row.map(Math.exp).map((e, _, all) => e / all.reduce((a, b) => a + b)).map((p, k)",
      ],
    ],
  },
  {
    name: "gradient along softmax once more",
    replace: [
      [
        "(p - (k === labels[n] ? 1 : 0)) / logits.length",
        "(p * (1 - p) - (k === labels[n] ? 1 - p : 0)) / logits.length",
      ],
    ],
  },
  {
    name: "gradient flat",
    replace: [
      [
        "  return logits.map((row, n) =>\n    softmax",
        "  return logits.flatMap((row, n) =>\n    softmax",
      ],
    ],
  },
  {
    name: "gradient of a batch of one",
    replace: [
      [
        "crossEntropyGradient(logits: number[][], labels: number[]): number[][] {",
        "crossEntropyGradient(logits: number[][], labels: number[]): number[][] {\n  if (logits.length === 1) return logits;",
      ],
    ],
  },
  {
    name: "log of 1 plus the rest",
    isRight: "the largest has the power 1",
    replace: [
      [
        "Math.log(row.reduce((sum, z) => sum + Math.exp(z - largest), 0))",
        "Math.log1p(row.reduce((sum, z) => sum + Math.exp(z - largest), -1))",
      ],
    ],
  },
  {
    name: "in single precision",
    isRight: "a reader's Float32Array does the same; it is off by less than the tolerance",
    replace: [["power / sum", "Math.fround(power / sum)"]],
  },
];

import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "less the last logit",
    replace: [["const largest = Math.max(...logits)", "const largest = logits.at(-1)!"]],
  },
  {
    name: "less the mean",
    replace: [
      ["const largest = Math.max(...logits)", "const largest = sum(logits) / logits.length"],
    ],
  },
  {name: "less the smallest", replace: [["Math.max(...logits)", "Math.min(...logits)"]]},
  {
    name: "less the larger of the first three",
    replace: [["Math.max(...logits)", "Math.max(...logits.slice(0, 3))"]],
  },
  {name: "at least 0 is subtracted", replace: [["Math.max(...logits)", "Math.max(0, ...logits)"]]},
  {
    name: "cut at 700",
    replace: [
      ["Math.exp(z - largest)", "Math.exp(Math.min(z, 700))"],
      ["const largest = Math.max(...logits);", ""],
    ],
  },
  {
    name: "cut at 20",
    replace: [
      ["Math.exp(z - largest)", "Math.exp(Math.max(-20, Math.min(z, 20)))"],
      ["const largest = Math.max(...logits);", ""],
    ],
  },
  {name: "powers of 2", replace: [["Math.exp(z - largest)", "2 ** (z - largest)"]]},
  {
    name: "a small number in the denominator",
    replace: [["power / sum(powers)", "power / (sum(powers) + 1e-4)"]],
  },
  {name: "the action before", replace: [["k === action", "k === action - 1"]]},
  {
    name: "the last action has no logit",
    replace: [["(k === action ? 1 : 0) - p)", "(k === action ? 1 : 0) - p).with(-1, 0)"]],
  },
  {
    name: "the square of pi",
    replace: [["(k === action ? 1 : 0) - p)", "(k === action ? 1 : 0) - p * p)"]],
  },
  {
    name: "each less all, and one less to divide by",
    replace: [["(sum(returns) - own) / others", "sum(returns) / others"]],
  },
  {
    name: "the largest of the others",
    replace: [
      [
        "return returns.map((own) => own - (sum(returns) - own) / others)",
        "return returns.map((own, i) => own - Math.max(...returns.filter((_, j) => j !== i)))",
      ],
    ],
  },
  {
    name: "those that are equal are left out, too",
    replace: [
      [
        "return returns.map((own) => own - (sum(returns) - own) / others)",
        "return returns.map((own) => { const rest = returns.filter((r) => r !== own); return rest.length === 0 ? own : own - sum(rest) / rest.length; })",
      ],
    ],
  },
  {
    name: "those before it",
    replace: [
      [
        "return returns.map((own) => own - (sum(returns) - own) / others)",
        "return returns.map((own, i) => i === 0 ? own : own - sum(returns.slice(0, i)) / i)",
      ],
    ],
  },
  {name: "two are too few", replace: [["if (others === 0)", "if (others <= 1)"]]},
  {
    name: "the first six",
    replace: [
      ["(sum(returns) - own) / others", "(sum(returns.slice(0, 6)) - own) / Math.min(5, others)"],
    ],
  },
  {
    name: "no advantage below 0",
    replace: [
      [
        "return returns.map((own) => own - (sum(returns) - own) / others)",
        "return returns.map((own) => Math.max(0, own - (sum(returns) - own) / others))",
      ],
    ],
  },
  {name: "divided by the number of logits", replace: [["/ actions.length,", "/ logits.length,"]]},
  {
    name: "advantages less their mean",
    replace: [
      [
        "advantages[n]! * pull[k]!",
        "(advantages[n]! - sum(advantages) / advantages.length) * pull[k]!",
      ],
    ],
  },
  {
    name: "divided by the sum of advantages",
    replace: [["/ actions.length,", "/ sum(advantages.map(Math.abs)),"]],
  },
  {
    name: "an action counts once",
    replace: [["const pulls = actions.map", "const pulls = [...new Set(actions)].map"]],
  },
  {
    name: "the advantage of the logit",
    replace: [["advantages[n]! * pull[k]!", "(advantages[k] ?? 0) * pull[k]!"]],
  },
  {
    name: "five actions",
    replace: [["const pulls = actions.map", "const pulls = actions.slice(0, 5).map"]],
  },
  {
    name: "cut to 1",
    replace: [
      [
        "(_, k) => sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)) / actions.length",
        "(_, k) => Math.max(-1, Math.min(1, sum(pulls.map((pull, n) => advantages[n]! * pull[k]!)) / actions.length))",
      ],
    ],
  },
  {
    name: "gains only",
    replace: [["advantages[n]! * pull[k]!", "Math.max(0, advantages[n]!) * pull[k]!"]],
  },
  {
    name: "its own softmax, without care",
    replace: [
      [
        "const pulls = actions.map((action) => logProbabilityGradient(logits, action));",
        "const e = logits.map((z) => Math.exp(z));\n  const pulls = actions.map((action) => e.map((x, k) => (k === action ? 1 : 0) - x / sum(e)));",
      ],
    ],
  },
  {name: "one too many to divide by", replace: [["/ actions.length,", "/ (actions.length + 1),"]]},
  {
    name: "nothing below exp(-50)",
    isRight: "exp(-50) is 2e-22, far below the tolerance",
    replace: [["Math.exp(z - largest)", "Math.exp(Math.max(-50, z - largest))"]],
  },
  {
    name: "divided by the number of advantages",
    isRight: "there are as many as actions",
    replace: [["/ actions.length,", "/ advantages.length,"]],
  },
  {
    name: "the largest and a bit more",
    isRight: "a common factor cancels",
    replace: [["Math.max(...logits)", "Math.max(...logits) + 3"]],
  },
];

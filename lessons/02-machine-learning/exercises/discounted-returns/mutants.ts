import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {
    name: "the first is not counted",
    replace: [["gamma ** t * reward", "(t === 0 ? 0 : gamma ** t * reward)"]],
  },
  {name: "times t, not to the power t", replace: [["gamma ** t * reward", "gamma * t * reward"]]},
  {
    name: "counts six steps",
    replace: [["return rewards.reduce", "return rewards.slice(0, 6).reduce"]],
  },
  {
    name: "counts gains only",
    replace: [["gamma ** t * reward", "gamma ** t * Math.max(0, reward)"]],
  },
  {name: "counts sizes", replace: [["gamma ** t * reward", "gamma ** t * Math.abs(reward)"]]},
  {
    name: "rounds the sum",
    replace: [
      [
        "return rewards.reduce((sum, reward, t) => sum + gamma ** t * reward, 0)",
        "return Math.round(rewards.reduce((sum, reward, t) => sum + gamma ** t * reward, 0))",
      ],
    ],
  },
  {
    name: "rounds to two digits",
    replace: [
      [
        "return rewards.reduce((sum, reward, t) => sum + gamma ** t * reward, 0)",
        "return Number(rewards.reduce((sum, reward, t) => sum + gamma ** t * reward, 0).toFixed(2))",
      ],
    ],
  },
  {
    name: "discounts by the share of the episode",
    replace: [["gamma ** t", "gamma ** (t / rewards.length)"]],
  },
  {
    name: "every second step is discounted",
    replace: [["gamma ** t", "gamma ** Math.floor(t / 2)"]],
  },
  {
    name: "hyperbolic discount",
    replace: [["gamma ** t * reward", "reward / (1 + (1 - gamma) * t)"]],
  },
  {name: "0 to the power 0 is 0", replace: [["gamma ** t", "(gamma === 0 ? 0 : gamma ** t)"]]},
  {
    name: "the mean where nothing is discounted",
    replace: [
      ["gamma ** t * reward, 0)", "gamma ** t * reward, 0) / (gamma === 1 ? rewards.length : 1)"],
    ],
  },
  {
    name: "weights that sum to 1",
    replace: [["gamma ** t * reward", "(1 - gamma) * gamma ** t * reward"]],
  },
  {
    name: "sorted first",
    replace: [["return rewards.reduce", "return rewards.sort((a, b) => a - b).reduce"]],
  },
  {name: "the first step is left out of the list", replace: [["t >= 0", "t > 0"]]},
  {
    name: "the last step is left out of the list",
    replace: [["let t = rewards.length - 1", "let t = rewards.length - 2"]],
  },
  {name: "begins with 1", replace: [["let toGo = 0", "let toGo = 1"]]},
  {
    name: "begins where the last episode ended",
    replace: [
      ["  let toGo = 0;\n", ""],
      ["/** For each step,", "let toGo = 0;\n/** For each step,"],
    ],
  },
  {name: "discounts twice", replace: [["gamma * toGo", "gamma ** 2 * toGo"]]},
  {name: "discounts by the step's number", replace: [["gamma * toGo", "gamma ** t * toGo"]]},
  {
    name: "one step has no future",
    replace: [
      [
        "const returns: number[] = [];",
        "const returns: number[] = [];\n  if (rewards.length === 1) return [0];",
      ],
    ],
  },
  {
    name: "only the next step counts",
    replace: [["rewards[t]! + gamma * toGo", "rewards[t]! + gamma * (rewards[t + 1] ?? 0)"]],
  },
  {
    name: "a horizon of eight",
    replace: [
      [
        "toGo = rewards[t]! + gamma * toGo;\n    returns[t] = toGo;",
        "returns[t] = discountedReturn(rewards.slice(t, t + 8), gamma);",
      ],
      ["let toGo = 0;", ""],
    ],
  },
  {name: "gamma at least a little", replace: [["gamma * toGo", "Math.max(gamma, 0.05) * toGo"]]},
  {name: "gamma a little below 1", replace: [["gamma * toGo", "Math.min(gamma, 0.99) * toGo"]]},
  {
    name: "forgets losses",
    replace: [
      ["toGo = rewards[t]! + gamma * toGo", "toGo = Math.max(0, rewards[t]! + gamma * toGo)"],
    ],
  },
  {
    name: "from the end by division",
    replace: [
      [
        "returns[t] = toGo;\n  }",
        "returns[t] = toGo;\n  }\n  if (gamma > 0) { let left = discountedReturn(rewards, gamma); rewards.forEach((r, t) => { returns[t] = left / gamma ** t; left -= gamma ** t * r; }); }",
      ],
    ],
  },
  {
    name: "without a start value",
    isRight: "the first reward is the start value, and there is always one",
    replace: [["gamma ** t * reward, 0)", "gamma ** t * reward)"]],
  },
  {
    name: "put in front",
    isRight: "the list fills from the end to the start",
    replace: [["returns[t] = toGo", "returns.unshift(toGo)"]],
  },
  {
    name: "from sums",
    isRight: "the definition, only slower",
    replace: [["returns[t] = toGo", "returns[t] = discountedReturn(rewards.slice(t), gamma)"]],
  },
  {
    name: "in single precision",
    isRight: "a reader's Float32Array does the same; it is off by less than the tolerance",
    replace: [["rewards[t]! + gamma * toGo", "Math.fround(rewards[t]! + gamma * toGo)"]],
  },
  {
    name: "into the rewards",
    isRight: "the arguments are copies",
    replace: [
      ["returns[t] = toGo", "rewards[t] = toGo"],
      ["return returns;", "return rewards;"],
    ],
  },
];

import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "discount-from-the-start",
    expect: "At each step it begins anew",
    replace: [
      [
        `const returns: number[] = [];
  let toGo = 0;
  for (let t = rewards.length - 1; t >= 0; t--) {
    toGo = rewards[t]! + gamma * toGo;
    returns[t] = toGo;
  }
  return returns;`,
        `const discounted = rewards.map((reward, t) => gamma ** t * reward);
  return rewards.map((_, t) => discounted.slice(t).reduce((a, b) => a + b, 0));`,
      ],
    ],
  },
  {
    name: "divides-by-power",
    expect: "you divide by a power of gamma",
    replace: [
      [
        `= rewards[t]! + gamma * toGo;
    returns[t] = toGo`,
        `+= gamma ** t * rewards[t]!;
    returns[t] = toGo / gamma ** t`,
      ],
    ],
  },
  {
    name: "from-the-start",
    expect: "go from the end to the start",
    replace: [["rewards.length - 1; t >= 0; t--", "0; t < rewards.length; t++"]],
  },
  {
    name: "last-missing",
    expect: "the last reward is missing",
    replace: [["rewards.reduce", "rewards.slice(0, -1).reduce"]],
  },
  {
    name: "mean-not-sum",
    expect: "A return is a sum",
    replace: [["returns[t] = toGo;", "returns[t] = toGo / (rewards.length - t);"]],
  },
  {name: "no-discount", expect: "nothing is discounted", replace: [["+ gamma * toGo", "+ toGo"]]},
  {
    name: "one-step-late",
    expect: "this is the return of the step after",
    replace: [
      [
        `toGo = rewards[t]! + gamma * toGo;
    returns[t] =`,
        `returns[t] = toGo;
    toGo = rewards[t]! + gamma *`,
      ],
    ],
  },
  {
    name: "own-reward-missing",
    expect: "own reward is missing",
    replace: [
      [
        `toGo = rewards[t]! + gamma * toGo;
    returns[t] =`,
        `returns[t] = gamma * toGo;
    toGo = rewards[t]! + gamma *`,
      ],
    ],
  },
  {
    name: "powers-from-one",
    expect: "its factor is gamma ** 0",
    replace: [["gamma ** t * reward", "gamma ** (t + 1) * reward"]],
  },
  {
    name: "reversed",
    expect: "the order is not",
    replace: [["returns[t] = toGo", "returns.push(toGo)"]],
  },
  {
    name: "same-factor",
    expect: "all later rewards have the same factor",
    replace: [["+ gamma ** t *", "+ (t === 0 ? 1 : gamma) *"]],
  },
  {
    name: "whole-return-everywhere",
    expect: "What was earned before a step is not its merit",
    replace: [
      [
        `const returns: number[] = [];
  let toGo = 0;
  for (let t = rewards.length - 1; t >= 0; t--) {
    toGo = rewards[t]! + gamma * toGo;
    returns[t] = toGo;
  }
  return returns`,
        "return rewards.map(() => discountedReturn(rewards, gamma))",
      ],
    ],
  },
];

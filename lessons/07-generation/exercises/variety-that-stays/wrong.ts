import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const condition = "if (asked[i] !== asked[j]) continue;";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "pairs of different classes are counted as well",
    replace: [[condition, "if (i === j) continue;"]],
  },
  {
    name: "turned-round",
    expect: "only pairs of different classes",
    replace: [[condition, "if (asked[i] === asked[j]) continue;"]],
  },
  {
    name: "as-seen",
    expect: "by what the judge sees",
    replace: [[condition, "if (seen[i] !== seen[j]) continue;"]],
  },
  {
    name: "all-pairs-below",
    expect: "divided by the number of all pairs",
    replace: [
      [condition, "pairs++;\n      if (asked[i] !== asked[j]) continue;"],
      [
        "sum += distance(pictures[i]!, pictures[j]!);\n      pairs++;",
        "sum += distance(pictures[i]!, pictures[j]!);",
      ],
    ],
  },
  {
    name: "summed",
    expect: "this is the sum",
    replace: [["variety: sum / pairs", "variety: sum + 0 * pairs"]],
  },
  {
    name: "no-root",
    expect: "lacks its root",
    replace: [
      [
        "return Math.sqrt(a.reduce((all, value, k) => all + (value - b[k]!) ** 2, 0));",
        "return a.reduce((all, value, k) => all + (value - b[k]!) ** 2, 0);",
      ],
    ],
  },
  {
    name: "not-as-asked",
    expect: "not as asked",
    replace: [["seen[i] === label).length", "seen[i] !== label).length"]],
  },
  {
    name: "a-share",
    expect: "a hundred times",
    replace: [["(100 * right)", "right"]],
  },
];

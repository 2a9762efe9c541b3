import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const judgesTurn = "backward(sigmoid(logit(judge, x)) / n, x);";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "from a turn in which it should hold still",
    replace: [[judgesTurn, "backward(sigmoid(logit(judge, x)) / n, x, z);"]],
  },
  {
    name: "both-detached",
    expect: "does not move at all",
    replace: [
      [
        "backward(-sigmoid(-logit(judge, x)) / n, x, z);",
        "backward(-sigmoid(-logit(judge, x)) / n, x);",
      ],
    ],
  },
  {
    name: "judge-without-fakes",
    expect: "not shown the fakes",
    replace: [[judgesTurn, "void x;"]],
  },
  {
    name: "judge-calls-fakes-real",
    expect: "learns to call the fakes real",
    replace: [
      [judgesTurn, "backward(-sigmoid(-logit(judge, x)) / n, x); // fakes"],
      ["of real) backward(-sigmoid(-logit", "of real) backward(sigmoid(logit"],
    ],
  },
  {
    name: "sign-instead",
    expect: "whatever the sign",
    replace: [
      [
        judgesTurn,
        "backward(sigmoid(logit(judge, x)) / n, x);\n    const push = (-sigmoid(-logit(judge, x)) / n) * (judge.slope + 2 * judge.bend * x);\n    slopes.shift += push;\n    slopes.scale += push * z;",
      ],
    ],
  },
  {
    name: "wants-to-be-caught",
    expect: "so that its fakes are called fake",
    replace: [
      [
        "backward(-sigmoid(-logit(judge, x)) / n, x, z);",
        "backward(sigmoid(logit(judge, x)) / n, x, z);",
      ],
    ],
  },
  {
    name: "old-noise",
    expect: "noise of its own",
    replace: [["for (const z of noise[1]!)", "for (const z of noise[0]!) /* again */"]],
  },
];

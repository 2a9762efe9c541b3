import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const cleared = "sumSlope = sumBias = count = 0;";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "the slopes of this batch are still there",
    replace: [[cleared, "count = 0;"]],
  },
  {
    name: "half-cleared",
    expect: "must both be 0",
    replace: [[cleared, "sumSlope = count = 0;"]],
  },
  {
    name: "count-kept",
    expect: "the count goes on",
    replace: [[cleared, "sumSlope = sumBias = 0;"]],
  },
  {
    name: "cleared-with-each-part",
    expect: "the parts before this one are lost",
    replace: [
      [
        "for (const [x, y] of points) {",
        "sumSlope = sumBias = 0;\n  for (const [x, y] of points) {",
      ],
    ],
  },
  {
    name: "up-the-slope",
    expect: "goes up the slope",
    replace: [
      ["slope -= (0.3 * sumSlope)", "slope += (0.3 * sumSlope)"],
      ["bias -= (0.3", "bias += (0.3"],
    ],
  },
  {
    name: "by-this-part",
    expect: "all points of the batch",
    replace: [
      ["sumSlope) / count;", "sumSlope) / points.length;"],
      ["sumBias) / count;", "sumBias) / points.length;"],
    ],
  },
  {
    name: "not-divided",
    expect: "take the mean",
    replace: [
      ["(0.3 * sumSlope) / count", "0.3 * sumSlope"],
      ["(0.3 * sumBias) / count", "0.3 * sumBias"],
    ],
  },
  {
    name: "moves-with-each-part",
    expect: "only with the last part",
    replace: [["if (isLast) {", "if (isLast || count > 0) {"]],
  },
  {
    name: "cleared-too-early",
    expect: "does not move",
    replace: [["    slope -= (0.3", "    sumSlope = sumBias = 0;\n    slope -= (0.3"]],
  },
];

import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const tangent = "Math.tanh(weighted(row, x))";
const through = "blame[j]! * (1 - y * y)";
const perInput = "slope * weights[j]![i]!";
const difference = "(lossWith(j, i, h) - lossWith(j, i, -h)) / (2 * h)";

export const wrong: readonly WrongAnswer[] = [
  {name: "no-tangent", expect: "the tangent is left out", replace: [[tangent, "weighted(row, x)"]]},
  {
    name: "blame-alone",
    expect: "pass the tangent first",
    replace: [[through, "blame[j]! + 0 * y"]],
  },
  {name: "one-minus-y", expect: "with y squared", replace: [[through, "blame[j]! * (1 - y)"]]},
  {
    name: "sigmoid-slope",
    expect: "slope of the sigmoid",
    replace: [[through, "blame[j]! * y * (1 - y)"]],
  },
  {
    name: "slope-of-the-sum",
    expect: "1 − y², with the output y",
    replace: [[through, "blame[j]! * (1 - weighted(weights[j]!, x) ** 2) + 0 * y"]],
  },
  {name: "no-blame", expect: "the blame is left out", replace: [[through, "1 - y * y + 0 * j"]]},
  {
    name: "weight-for-input",
    expect: "times its input, not times the weight itself",
    replace: [
      [
        "x.map((each) => slope * each)",
        "x.map((_, i) => slope * weights[through.indexOf(slope)]![i]!)",
      ],
    ],
  },
  {
    name: "input-not-summed",
    expect: "reaches all neurons",
    replace: [
      [
        "total(through.map((slope, j) => slope * weights[j]![i]!))",
        "through[0]! * weights[0]![i]!",
      ],
    ],
  },
  {
    name: "input-without-weights",
    expect: "times the weight that leads there",
    replace: [[perInput, "slope + 0 * weights[j]![i]!"]],
  },
  {
    name: "one-sided",
    expect: "both sides",
    replace: [[difference, "(lossWith(j, i, h) - lossWith(j, i, 0)) / h"]],
  },
  {name: "divided-by-h", expect: "apart by twice h", replace: [["/ (2 * h)", "/ h"]]},
  {name: "not-divided", expect: "divide by 2h", replace: [[" / (2 * h)", ""]]},
  {
    name: "turned",
    expect: "the sign is turned",
    replace: [[difference, "(lossWith(j, i, -h) - lossWith(j, i, h)) / (2 * h)"]],
  },
  {
    name: "not-put-back",
    expect: "move it back",
    replace: [["weights.map((row) => [...row]);\n    moved", "weights;\n    moved"]],
  },
  {
    name: "without-blame",
    expect: "without the blame",
    replace: [["weighted(blame, layer(moved, x))", "total(layer(moved, x))"]],
  },
  {
    name: "a-step-of-its-own",
    expect: "a step of its own",
    replace: [[difference, "(lossWith(j, i, 0.001) - lossWith(j, i, -0.001)) / 0.002 + 0 * h"]],
  },
];

import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const heun = "((next - t) * (first[k]! + second[k]!)) / 2";
const share = "along / straight - 1";
const place = "(1 - t) * value + t * end[k]!";
const target = "end[k]! - value";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "euler",
    expect: "this is Euler",
    replace: [[heun, "(next - t) * (first[k]! + 0 * second[k]!)"]],
  },
  {
    name: "second-only",
    expect: "only the second velocity",
    replace: [[heun, "(next - t) * (0 * first[k]! + second[k]!)"]],
  },
  {
    name: "twice-as-far",
    expect: "goes twice as far",
    replace: [[heun, "(next - t) * (first[k]! + second[k]!)"]],
  },
  {
    name: "from-eulers-end",
    expect: "Start from x",
    replace: [[heun, "(next - t) * (first[k]! + second[k]! / 2)"]],
  },
  {
    name: "a-moment",
    expect: "next is a moment",
    replace: [[heun, "((next - 0 * t) * (first[k]! + second[k]!)) / 2"]],
  },
  {
    name: "difference",
    expect: "the difference of the two velocities",
    replace: [[heun, "((next - t) * (first[k]! - second[k]!)) / 2"]],
  },
  {name: "times", expect: "Take 1 off", replace: [[share, "along / straight"]]},
  {
    name: "wrong-way-round",
    expect: "the wrong way round",
    replace: [[share, "straight / along - 1"]],
  },
  {name: "a-length", expect: "this is a length", replace: [[share, "along - straight"]]},
  {name: "per-cent", expect: "not per cent", replace: [[share, "100 * (along / straight - 1)"]]},
  {
    name: "squares",
    expect: "squares are added up",
    replace: [
      [
        "Math.sqrt(a.reduce((sum, value, k) => sum + (value - b[k]!) ** 2, 0))",
        "a.reduce((sum, value, k) => sum + (value - b[k]!) ** 2, 0)",
      ],
    ],
  },
  {
    name: "mean-of-detours",
    expect: "the mean of the ways",
    replace: [
      ["let [along, straight] = [0, 0];", "let total = 0;"],
      ["for (const way of ways) {", "for (const way of ways) {\n    let along = 0;"],
      [
        "straight += distance(way[0]!, way[way.length - 1]!);",
        "total += along / distance(way[0]!, way[way.length - 1]!) - 1;",
      ],
      [share, "total / ways.length"],
    ],
  },
  {
    name: "time-turned",
    expect: "time runs the other way",
    replace: [[place, "t * value + (1 - t) * end[k]!"]],
  },
  {
    name: "target-turned",
    expect: "the target is turned round",
    replace: [[target, "value - end[k]!"]],
  },
  {name: "the-end", expect: "the end itself", replace: [[target, "end[k]! + 0 * value"]]},
  {
    name: "what-is-left",
    expect: "what is left of the way",
    replace: [[target, "end[k]! - x[k]! + 0 * value"]],
  },
];

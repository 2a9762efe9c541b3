import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const byBoth = "return {byA: product(g, turnedOver(b)), byB: product(turnedOver(a), g)};";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "the change alone",
    expect: "this is the change alone",
    replace: [["value + strength * change", "strength * change"]],
  },
  {
    name: "no strength",
    expect: "the strength is missing",
    replace: [["value + strength * change", "value + change"]],
  },
  {
    name: "strength on all",
    expect: "the strength multiplies the change alone",
    replace: [["value + strength * change[i]![j]!", "strength * (value + change[i]![j]!)"]],
  },
  {
    name: "taken away",
    expect: "this takes the change away",
    replace: [["value + strength", "value - strength"]],
  },
  {
    name: "downhill already",
    expect: "these are the slopes turned round",
    replace: [
      [
        byBoth,
        "const minus = (x: number[][]) => x.map((row) => row.map((value) => -value));\n  return {byA: minus(product(g, turnedOver(b))), byB: minus(product(turnedOver(a), g))};",
      ],
    ],
  },
  {
    name: "swapped",
    expect: "as many rows as A",
    replace: [[byBoth, "return {byB: product(g, turnedOver(b)), byA: product(turnedOver(a), g)};"]],
  },
  {
    name: "signs only",
    expect: "multiply each slope by the entry of B",
    replace: [
      [
        "byA: product(g, turnedOver(b))",
        "byA: product(g, turnedOver(b.map((row) => row.map(Math.sign))))",
      ],
    ],
  },
];

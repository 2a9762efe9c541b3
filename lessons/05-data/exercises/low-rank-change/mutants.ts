import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const sum = "row.reduce((sum, value, k) => sum + value * y[k]![j]!, 0)";
const add = "value + strength * change[i]![j]!";
const byA = "byA: product(g, turnedOver(b))";
const byB = "byB: product(turnedOver(a), g)";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "rank one", replace: [[sum, "row[0]! * y[0]![j]!"]]},
  {name: "last of the rank", replace: [[sum, "row.at(-1)! * y.at(-1)![j]!"]]},
  {name: "first left out", replace: [[sum, sum.replace("row.reduce", "row.slice(1).reduce")]]},
  {
    name: "eight at most",
    replace: [[sum, sum.replace("row.reduce", "row.slice(0, 3).reduce")]],
  },
  {name: "mean for sum", replace: [[sum, `${sum} / row.length`]]},
  {name: "sum of sums", replace: [[sum, sum.replace("value * y", "value + y")]]},
  {name: "absolute", replace: [[sum, `Math.abs(${sum})`]]},
  {name: "strength squared", replace: [[add, "value + strength * strength * change[i]![j]!"]]},
  {name: "strength up to one", replace: [[add, "value + Math.min(1, strength) * change[i]![j]!"]]},
  {name: "strength from zero", replace: [[add, "value + Math.max(0, strength) * change[i]![j]!"]]},
  {name: "rounded", replace: [[add, `Math.round(${add})`]]},
  {name: "columns turned", replace: [[add, "value + strength * change[i]!.at(-1 - j)!"]]},
  {name: "first row for all", replace: [[add, "value + strength * change[0]![j]!"]]},
  {name: "by the rank", replace: [[add, "value + (strength * change[i]![j]!) / b.length"]]},
  {
    name: "slope of A halved",
    replace: [[byA, "byA: product(g, turnedOver(b)).map((row) => row.map((v) => v / 2))"]],
  },
  {
    name: "slope of B doubled",
    replace: [[byB, "byB: product(turnedOver(a), g).map((row) => row.map((v) => 2 * v))"]],
  },
  {name: "A for both", replace: [[byB, "byB: product(turnedOver(a), product(a, b))"]]},
  {name: "B for both", replace: [[byA, "byA: product(product(a, b), turnedOver(b))"]]},
  {name: "A's slope rests", replace: [[byA, "byA: a.map((row) => row.map(() => 0))"]]},
  {name: "B's slope rests", replace: [[byB, "byB: b.map((row) => row.map(() => 0))"]]},
  {
    name: "signs of the slopes",
    replace: [[byA, "byA: product(g.map((row) => row.map(Math.sign)), turnedOver(b))"]],
  },
  {
    name: "no slope below zero",
    replace: [[byB, "byB: product(turnedOver(a), g.map((row) => row.map((v) => Math.max(0, v))))"]],
  },
  {
    name: "first row of slopes left out",
    replace: [[byB, "byB: product(turnedOver(a.slice(1)), g.slice(1))"]],
  },
  {
    name: "the other order of the sum",
    isRight: "a sum has no order",
    replace: [[sum, "row.reduceRight((sum, value, k) => value * y[k]![j]! + sum, 0)"]],
  },
];

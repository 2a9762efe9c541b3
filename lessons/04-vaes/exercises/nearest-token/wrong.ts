import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "farthest",
    expect: "this is the entry farthest away",
    replace: [
      ["Number.POSITIVE_INFINITY", "Number.NEGATIVE_INFINITY"],
      ["if (distance < least)", "if (distance > least)"],
    ],
  },
  {
    name: "distance-itself",
    expect: "this is the smallest squared distance itself",
    replace: [["return nearest;", "return least;"]],
  },
  {
    name: "from-one",
    expect: "you count from 1",
    replace: [["return nearest;", "return nearest + 1;"]],
  },
  {
    name: "largest-product",
    expect: "the largest product with z",
    replace: [["(z[j]! - entry[j]!) ** 2", "-z[j]! * entry[j]!"]],
  },
  {
    name: "sizes",
    expect: "you add up the sizes",
    replace: [["(z[j]! - entry[j]!) ** 2", "Math.abs(z[j]! - entry[j]!)"]],
  },
  {
    name: "signs-cancel",
    expect: "differences of unlike sign cancel",
    replace: [["(z[j]! - entry[j]!) ** 2", "z[j]! - entry[j]!"]],
  },
  {
    name: "first-number",
    expect: "only the first number of the code is compared",
    replace: [["j < z.length;", "j < 1;"]],
  },
  {
    name: "last-of-equals",
    expect: "of entries equally near the first is wanted",
    replace: [["if (distance < least)", "if (distance <= least)"]],
  },
  {
    name: "begins-near",
    expect: "Begin with an infinite distance",
    replace: [["Number.POSITIVE_INFINITY", "1000"]],
  },
  {
    name: "no-commitment",
    expect: "the commitment is missing",
    replace: [["+ 2 * beta * (value - entry[j]!)", "+ 0 * (value - entry[j]! + beta)"]],
  },
  {
    name: "no-decoder",
    expect: "the decoder's slope is missing",
    replace: [["decoderSlope[j]! + 2", "0 * decoderSlope[j]! + 2"]],
  },
  {
    name: "half",
    expect: "the 2 is missing",
    replace: [["2 * beta * (value", "beta * (value"]],
  },
  {
    name: "pushed-away",
    expect: "pushes the code away",
    replace: [["(value - entry[j]!)", "(entry[j]! - value)"]],
  },
  {
    name: "not-weighed",
    expect: "not weighed by beta",
    replace: [["2 * beta * (value", "2 * (value"]],
  },
  {
    name: "commitment-itself",
    expect: "this adds the commitment itself",
    replace: [["2 * beta * (value - entry[j]!)", "beta * (value - entry[j]!) ** 2"]],
  },
  {
    name: "entropy",
    expect: "this is the entropy in nats",
    replace: [["Math.exp(entropy)", "entropy"]],
  },
  {
    name: "bits",
    expect: "this is the entropy in bits",
    replace: [
      ["Math.log(share)", "Math.log2(share)"],
      ["Math.exp(entropy)", "entropy"],
    ],
  },
  {
    name: "two-bases",
    expect: "the power to the base e",
    replace: [["Math.log(share)", "Math.log2(share)"]],
  },
  {
    name: "two-to-the-power",
    expect: "the power that undoes it is exp",
    replace: [["Math.exp(entropy)", "2 ** entropy"]],
  },
  {
    name: "sign",
    expect: "is never negative",
    replace: [["entropy -= share", "entropy += share"]],
  },
  {
    name: "nan",
    expect: "Leave out the entries that stand nowhere",
    replace: [["if (share > 0) entropy", "entropy"]],
  },
  {
    name: "counts-used",
    expect: "this counts the entries in use",
    replace: [
      ["entropy -= share * Math.log(share)", "entropy++"],
      ["Math.exp(entropy)", "entropy"],
    ],
  },
];

import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const root = "Math.sqrt(squares / a.length)";
const floor = "Math.max(...byLot.map((picture) => change(whole, picture)))";
const more = "change(whole, picture) > floor";
const share = "(1 + larger) / (1 + lots.length)";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "change: the last pixel is left out", replace: [["a.reduce(", "a.slice(0, -1).reduce("]]},
  {
    name: "change: one pixel too few in the mean",
    replace: [[root, "Math.sqrt(squares / Math.max(1, a.length - 1))"]],
  },
  {name: "change: at most 5", replace: [[root, `Math.min(5, ${root})`]]},
  {name: "change: at least a tenth", replace: [[root, `Math.max(0.1, ${root})`]]},
  {
    name: "change: brighter pixels only",
    replace: [["(value - b[i]!) ** 2", "Math.max(0, value - b[i]!) ** 2"]],
  },
  {
    name: "change: darker pixels only",
    replace: [["(value - b[i]!) ** 2", "Math.min(0, value - b[i]!) ** 2"]],
  },
  {name: "change: in tenths", replace: [[root, `Math.round(10 * ${root}) / 10`]]},
  {
    name: "change: sums that cancel",
    replace: [["(value - b[i]!) ** 2", "value ** 2 - b[i]! ** 2"]],
  },
  {
    name: "beyond: the last run by lot is left out",
    replace: [[floor, floor.replace("byLot", "byLot.slice(0, -1)")]],
  },
  {
    name: "beyond: two runs by lot at most",
    replace: [[floor, floor.replace("byLot", "byLot.slice(0, 2)")]],
  },
  {
    name: "beyond: the second largest of the lot",
    replace: [
      [
        floor,
        "byLot.map((picture) => change(whole, picture)).sort((a, b) => b - a)[Math.min(1, byLot.length - 1)]!",
      ],
    ],
  },
  {name: "beyond: twice the floor", replace: [[more, "change(whole, picture) > 2 * floor"]]},
  {
    name: "beyond: nine tenths of the floor",
    replace: [[more, "change(whole, picture) > 0.9 * floor"]],
  },
  {
    name: "beyond: always a bit above 1",
    replace: [[more, "change(whole, picture) > Math.max(1, floor - 9)"]],
  },
  {
    name: "beyond: the floor of changes between the lot",
    replace: [[floor, floor.replace("change(whole, picture)", "change(byLot[0]!, picture)")]],
  },
  {
    name: "beyond: the last source is left out",
    replace: [["without.map(", "without.slice(0, -1).map("]],
  },
  {name: "beyond: nobody", replace: [[more, `${more} && without.length === 0`]]},
  {
    name: "beyond: the first only",
    replace: [
      ["without.map((picture)", "without.map((picture, s)"],
      [more, `${more} && s === 0`],
    ],
  },
  {
    name: "chance: two for the source",
    replace: [[share, "(2 + larger) / (2 + lots.length)"]],
  },
  {name: "chance: at most a half", replace: [[share, `Math.min(0.5, ${share})`]]},
  {
    name: "chance: eight runs by lot",
    replace: [[share, "((1 + larger) / (1 + lots.length)) * ((1 + lots.length) / 9)"]],
  },
  {name: "chance: on both sides", replace: [[share, `Math.min(1, 2 * ${share})`]]},
  {
    name: "chance: the first of the lot is left out",
    replace: [["lots.filter(", "lots.slice(1).filter("]],
  },
  {
    name: "chance: changes that are nearly as large",
    replace: [["each >= own", "each >= own - 1"]],
  },
  {name: "chance: in tenths", replace: [[share, `Math.round(10 * (${share})) / 10`]]},
  {
    name: "chance: by those that are smaller",
    isRight: "all less those that are smaller are those that are at least as large",
    replace: [
      [
        "const larger = lots.filter((each) => each >= own).length;",
        "const smaller = lots.filter((each) => each < own).length;",
      ],
      [share, "(1 + lots.length - smaller) / (1 + lots.length)"],
    ],
  },
  {
    name: "beyond: larger than each",
    isRight: "larger than the largest is larger than each",
    replace: [
      [`  const floor = ${floor};\n`, ""],
      [more, "byLot.every((lot) => change(whole, picture) > change(whole, lot))"],
    ],
  },
];

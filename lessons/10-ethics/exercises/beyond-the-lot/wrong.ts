import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const root = "Math.sqrt(squares / a.length)";
const more = "change(whole, picture) > floor";
const floor = "Math.max(...byLot.map((picture) => change(whole, picture)))";
const share = "(1 + larger) / (1 + lots.length)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "sum-of-squares",
    expect: "the mean and the root are missing",
    replace: [[root, "squares"]],
  },
  {
    name: "no-mean",
    expect: "divide by the number of pixels",
    replace: [[root, "Math.sqrt(squares)"]],
  },
  {name: "no-root", expect: "the root is missing", replace: [[root, "squares / a.length"]]},
  {
    name: "root-first",
    expect: "divide first, then take the root",
    replace: [[root, "Math.sqrt(squares) / a.length"]],
  },
  {
    name: "sizes",
    expect: "this is their mean size",
    replace: [
      ["(value - b[i]!) ** 2", "Math.abs(value - b[i]!)"],
      [root, "squares / a.length"],
    ],
  },
  {
    name: "largest-pixel",
    expect: "this is the largest difference",
    replace: [
      ["sum + (value - b[i]!) ** 2", "Math.max(sum, Math.abs(value - b[i]!))"],
      [root, "squares"],
    ],
  },
  {
    name: "more-than-one",
    expect: "more than in one of the runs",
    replace: [[floor, floor.replace("max", "min")]],
  },
  {
    name: "mean-of-the-lot",
    expect: "the mean of the lot",
    replace: [
      [floor, "byLot.reduce((sum, picture) => sum + change(whole, picture), 0) / byLot.length"],
    ],
  },
  {
    name: "middle-of-the-lot",
    expect: "the middle of the lot",
    replace: [
      [
        floor,
        "byLot.map((picture) => change(whole, picture)).sort((a, b) => a - b)[Math.floor(byLot.length / 2)]!",
      ],
    ],
  },
  {
    name: "first-of-the-lot",
    expect: "only the first run by lot",
    replace: [[floor, "change(whole, byLot[0]!)"]],
  },
  {name: "turned-round", expect: "not beyond the floor", replace: [[more, `!(${more})`]]},
  {
    name: "largest-source",
    expect: "the source with the largest change",
    replace: [
      [floor, "Math.max(...without.map((picture) => change(whole, picture)))"],
      [more, "change(whole, picture) >= floor && byLot.length > 0"],
    ],
  },
  {
    name: "as-much",
    expect: "that is not more",
    replace: [[more, "change(whole, picture) >= floor"]],
  },
  {
    name: "without-itself",
    expect: "the source itself is missing",
    replace: [[share, "larger / lots.length"]],
  },
  {
    name: "not-below-the-line",
    expect: "counts below the line too",
    replace: [[share, "(1 + larger) / lots.length"]],
  },
  {
    name: "not-above-the-line",
    expect: "counts above the line too",
    replace: [[share, "larger / (1 + lots.length)"]],
  },
  {
    name: "only-larger",
    expect: "only larger ones are counted",
    replace: [["each >= own", "each > own"]],
  },
  {
    name: "other-way-round",
    expect: "the other way round",
    replace: [["each >= own", "each <= own"]],
  },
  {name: "smaller-ones", expect: "those that are smaller", replace: [[share, `1 - ${share}`]]},
  {name: "a-count", expect: "this is a count", replace: [[share, "1 + larger + 0 * lots.length"]]},
  {
    name: "per-cent",
    expect: "these are per cent",
    replace: [[share, "(100 * (1 + larger)) / (1 + lots.length)"]],
  },
  {
    name: "always-the-largest",
    expect: "the largest place only",
    replace: [[share, "(1 + 0 * larger) / (1 + lots.length)"]],
  },
];

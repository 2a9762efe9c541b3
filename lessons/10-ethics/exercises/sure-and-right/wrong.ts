import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const bin = "Math.min(bins - 1, Math.floor(p * bins))";
const apart = "Math.abs(said[bin] / counts[bin] - made[bin] / counts[bin])";
const added = "error += (counts[bin] / probabilities.length) * apart;";
const result = "right + wrong === 0 ? 0 : right / (right + wrong)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "from-one",
    expect: "counted from 0",
    replace: [[bin, "Math.min(bins, Math.floor(p * bins) + 1)"]],
  },
  {
    name: "to-the-nearest",
    expect: "round down",
    replace: [[bin, "Math.min(bins - 1, Math.round(p * bins))"]],
  },
  {
    name: "ten-bins",
    expect: "this takes ten bins",
    replace: [[bin, "Math.min(9, Math.floor(p * 10)) + 0 * bins"]],
  },
  {name: "one-bin-more", expect: "The last one holds 1", replace: [[bin, "Math.floor(p * bins)"]]},
  {
    name: "cancelled",
    expect: "cancel here",
    replace: [[apart, "said[bin] / counts[bin] - made[bin] / counts[bin]"]],
  },
  {
    name: "same-weight",
    expect: "each bin weighs the same",
    replace: [[added, "error += apart / bins;"]],
  },
  {name: "no-weight", expect: "the weights are missing", replace: [[added, "error += apart;"]]},
  {
    name: "counts-for-shares",
    expect: "by the number of all",
    replace: [[added, "error += counts[bin] * apart;"]],
  },
  {
    name: "squares",
    expect: "these are squares",
    replace: [[apart, "(said[bin] / counts[bin] - made[bin] / counts[bin]) ** 2"]],
  },
  {
    name: "middle",
    expect: "the middle of the bin",
    replace: [[apart, "Math.abs((bin + 0.5) / bins - made[bin] / counts[bin])"]],
  },
  {
    name: "worst-bin",
    expect: "this is the worst bin",
    replace: [[added, "error = Math.max(error, apart);"]],
  },
  {
    name: "empty-bins",
    expect: "an empty bin has no mean",
    replace: [["    if (counts[bin] === 0) continue;\n", ""]],
  },
  {
    name: "found-alone",
    expect: "the share of made pictures that are found",
    replace: [[result, "found + 0 * (right + wrong)"]],
  },
  {
    name: "not-rare",
    expect: "how rare made pictures are",
    replace: [
      ["found * share", "found"],
      ["falseAlarms * (1 - share)", "falseAlarms"],
    ],
  },
  {
    name: "alarms-of-all",
    expect: "from real pictures only",
    replace: [["falseAlarms * (1 - share)", "falseAlarms"]],
  },
  {
    name: "wrong-alarms",
    expect: "alarms that are wrong",
    replace: [["0 : right / (right", "0 : wrong / (right"]],
  },
  {
    name: "of-all-pictures",
    expect: "Divide it by all alarms",
    replace: [[result, "right + 0 * wrong"]],
  },
  {
    name: "accuracy",
    expect: "how often the detector is right",
    replace: [[result, "right + 0 * wrong + (1 - falseAlarms) * (1 - share)"]],
  },
  {
    name: "those-that-pass",
    expect: "of them pass",
    replace: [["falseAlarms * (1 - share)", "(1 - falseAlarms) * (1 - share)"]],
  },
  {name: "no-alarm", expect: "this divides by 0", replace: [["right + wrong === 0 ? 0 : ", ""]]},
];

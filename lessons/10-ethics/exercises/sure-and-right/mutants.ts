import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const bin = "Math.min(bins - 1, Math.floor(p * bins))";
const apart = "Math.abs(said[bin] / counts[bin] - made[bin] / counts[bin])";
const added = "error += (counts[bin] / probabilities.length) * apart;";
const result = "right + wrong === 0 ? 0 : right / (right + wrong)";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "bin: upper ends belong below", replace: [[bin, "Math.max(0, Math.ceil(p * bins) - 1)"]]},
  {name: "bin: one too few", replace: [[bin, "Math.min(bins - 2, Math.floor(p * (bins - 1)))"]]},
  {name: "bin: five at most", replace: [[bin, "Math.min(4, bins - 1, Math.floor(p * bins))"]]},
  {
    name: "bin: from above",
    replace: [[bin, "bins - 1 - Math.min(bins - 1, Math.floor(p * bins))"]],
  },
  {name: "bin: two only", replace: [[bin, "p < 0.5 ? 0 : bins - 1"]]},
  {name: "bin: not whole", replace: [[bin, "Math.min(bins - 1, p * bins)"]]},
  {
    name: "error: the last bin is left out",
    replace: [["bin < bins; bin++", "bin < bins - 1; bin++"]],
  },
  {
    name: "error: the first bin is left out",
    replace: [["let bin = 0; bin < bins", "let bin = 1; bin < bins"]],
  },
  {
    name: "error: too sure only",
    replace: [[apart, "Math.max(0, said[bin] / counts[bin] - made[bin] / counts[bin])"]],
  },
  {
    name: "error: too careful only",
    replace: [[apart, "Math.max(0, made[bin] / counts[bin] - said[bin] / counts[bin])"]],
  },
  {
    name: "error: lonely pictures are left out",
    replace: [["counts[bin] === 0", "counts[bin] <= 1"]],
  },
  {
    name: "error: real ones counted",
    replace: [["made[bin] += truths[i]!", "made[bin] += 1 - truths[i]!"]],
  },
  {
    name: "error: the first picture twice",
    isRight: "the count of a bin cancels: it is a weight, and below both means",
    replace: [["counts[bin] += 1;", "counts[bin] += i === 0 ? 2 : 1;"]],
  },
  {
    name: "error: ten pictures at most",
    replace: [["probabilities.forEach(", "probabilities.slice(0, 10).forEach("]],
  },
  {
    name: "error: at most one half",
    replace: [["  return error;", "  return Math.min(0.5, error);"]],
  },
  {
    name: "error: by the root of the number",
    replace: [[added, "error += Math.sqrt(counts[bin] / probabilities.length) * apart;"]],
  },
  {
    name: "error: rounded to tenths",
    replace: [["  return error;", "  return Math.round(10 * error) / 10;"]],
  },
  {
    name: "alarms: share and its rest swapped",
    replace: [
      ["found * share", "found * (1 - share)"],
      ["falseAlarms * (1 - share)", "falseAlarms * share"],
    ],
  },
  {
    name: "alarms: missed ones ring too",
    replace: [["falseAlarms * (1 - share)", "falseAlarms * (1 - share) + (1 - found) * share"]],
  },
  {
    name: "alarms: never below one half",
    replace: [[result, "right + wrong === 0 ? 0 : Math.max(0.5, right / (right + wrong))"]],
  },
  {name: "alarms: odds", replace: [["right / (right + wrong)", "right / wrong"]]},
  {name: "alarms: 1 without an alarm", replace: [["=== 0 ? 0", "=== 0 ? 1"]]},
  {
    name: "alarms: rare ones taken for one in a hundred",
    replace: [
      ["found * share", "found * 0.01"],
      ["(1 - share)", "(share + 0.99 - share)"],
    ],
  },
  {
    name: "error: divided at the end",
    isRight: "the sum of counts times differences, over all, is the same",
    replace: [
      [added, "error += counts[bin] * apart;"],
      ["  return error;", "  return error / probabilities.length;"],
    ],
  },
];

import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "small = halved(truth);",
  "base = doubled(small);",
  "pairs = network(small, weights);",
  "details = shuffled(pairs);",
  "made = added(base, details);",
  "error = squaredError(made, truth);",
];
export const seesTruth = "pairs = network(truth, weights);";
export const ofRule = "error = squaredError(base, truth);";

const answer = wrongOrders(lines);

export const wrong = [
  answer("sees-the-truth", "the network has seen the truth", [0, 1, seesTruth, 3, 4, 5]),
  answer("error-of-the-rule", "the error of the rule alone", [0, 1, 2, 3, 4, ofRule]),
  answer("error-of-the-rule-last", "the error of the rule alone", [0, 1, 2, 3, 4, 5, ofRule]),
  answer("no-error", "no error has been measured", [0, 1, 2, 3, 4]),
  answer("rule-too-early", "the rule is asked before", [1, 0, 2, 3, 4, 5]),
  answer("network-too-early", "the network is asked before", [2, 0, 1, 3, 4, 5]),
  answer("shuffled-too-early", "shuffled before there are any", [0, 1, 3, 2, 4, 5]),
  answer("added-too-early", "details are added before", [0, 1, 2, 4, 3, 5]),
  answer("added-to-nothing", "which is not there yet", [0, 2, 3, 4, 1, 5]),
  answer("measured-too-early", "before there is a row", [0, 1, 2, 3, 5, 4]),
  answer("nothing-made", "nothing is made", [0, 1, 2, 3]),
];

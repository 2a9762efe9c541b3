import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "hidden = reluOf(first, pixels);",
  "answer = sigmoidOf(second, hidden);",
  "error = minus(answer, target);",
  "blame = backThrough(second, error, hidden);",
  "second = movedRow(second, error, hidden);",
  "first = movedRows(first, blame, pixels);",
];
export const turned = "error = minus(target, answer);";
export const shared = "blame = hidden.map(() => error);";

const answer = wrongOrders(lines);

export const wrong = [
  answer("answer-too-early", "made before there are hidden numbers", [1, 0, 2, 3, 4, 5]),
  answer("error-too-early", "the error is taken before there is an answer", [0, 2, 1, 3, 4, 5]),
  answer("blame-too-early", "goes back before there is one", [0, 1, 3, 2, 4, 5]),
  answer("second-too-early", "a layer is moved before", [0, 1, 4, 2, 3, 5]),
  answer("first-too-early", "moved before the error has come back", [0, 1, 2, 5, 3, 4]),
  answer("moved-on-the-way", "weights that had already moved", [0, 1, 2, 4, 3, 5]),
  answer("wrong-way", "the right answer has become less likely", [0, 1, turned, 3, 4, 5]),
  answer("whole-error", "has got the whole error", [0, 1, 2, shared, 4, 5]),
  answer("both", "the whole error, and the wrong way round", [0, 1, turned, shared, 4, 5]),
  answer("second-stays", "the second layer has not moved", [0, 1, 2, 3, 5]),
  answer("first-stays", "the first layer has not moved", [0, 1, 2, 3, 4]),
  answer("answer-afterwards", "the answer after the step", [0, 1, 2, 3, 4, 5, 0, 1]),
];

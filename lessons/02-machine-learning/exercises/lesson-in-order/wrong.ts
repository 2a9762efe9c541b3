import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "scores = scoresOf(weights, batch.pictures);",
  "shares = softmax(scores);",
  "loss = crossEntropy(shares, batch.labels);",
  "errors = minus(shares, oneHot(batch.labels));",
  "slopes = slopesOf(errors, batch.pictures);",
  "weights = moveDown(weights, slopes);",
  "accuracy = shareRight(scoresOf(weights, test.pictures), test.labels);",
];
export const turned = "errors = minus(oneHot(batch.labels), shares);";
export const onTest = "slopes = slopesOf(errors, test.pictures);";

const answer = wrongOrders(lines);

export const wrong = [
  answer(
    "shares-too-early",
    "shares are made of scores before there are any",
    [1, 0, 2, 3, 4, 5, 6],
  ),
  answer("loss-too-early", "the loss is taken before there are shares", [0, 2, 1, 3, 4, 5, 6]),
  answer("errors-too-early", "compared with the labels before", [0, 3, 1, 2, 4, 5, 6]),
  answer(
    "slopes-too-early",
    "slopes are made of errors before there are any",
    [0, 1, 2, 4, 3, 5, 6],
  ),
  answer("moved-too-early", "moved before the slopes are known", [0, 1, 2, 3, 5, 4, 6]),
  answer("measured-before", "before they moved", [0, 1, 2, 3, 4, 6, 5]),
  answer("wrong-way", "the right class has become less likely", [0, 1, 2, turned, 4, 5, 6]),
  answer("learns-from-the-test", "learned from the test pictures", [0, 1, 2, 3, onTest, 5, 6]),
  answer("both", "and in the wrong direction", [0, 1, 2, turned, onTest, 5, 6]),
  answer("no-loss", "the loss has not been taken", [0, 1, 3, 4, 5, 6]),
  answer("no-accuracy", "the accuracy has not been measured", [0, 1, 2, 3, 4, 5]),
  answer("stands-still", "have not moved", [0, 1, 2, 3, 4, 6]),
  answer("loss-afterwards", "this is the loss after the move", [0, 1, 3, 4, 5, 0, 1, 2, 6]),
];

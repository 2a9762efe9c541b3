import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "order = inOrder(data.train, places);",
  "weight = learned(weight, order);",
  "loss = lossOn(data.validation, weight);",
  "isLower = isBelow(loss, least);",
  "kept = chosen(isLower, weight, kept);",
  "least = chosen(isLower, loss, least);",
  "waited = chosen(isLower, 0, waited + 1);",
];
export const onValidation = "weight = learned(weight, data.validation);";
export const byTest = "loss = lossOn(data.test, weight);";

const answer = wrongOrders(lines);

export const wrong = [
  answer("learns-too-early", "before its points are in order", [1, 0, 2, 3, 4, 5, 6]),
  answer("looks-too-early", "of the weight before it learned", [0, 2, 1, 3, 4, 5, 6]),
  answer("compares-too-early", "compared before there is one", [0, 1, 3, 2, 4, 5, 6]),
  answer("keeps-too-early", "before it is known whether", [0, 1, 2, 4, 3, 5, 6]),
  answer("by-the-test", "chosen by the test points", [0, 1, byTest, 3, 4, 5, 6]),
  answer("learns-from-validation", "learned from the validation points", [
    onValidation,
    2,
    3,
    4,
    5,
    6,
  ]),
  answer("learns-from-both", "from the validation points as well", [
    0,
    1,
    onValidation,
    2,
    3,
    4,
    5,
    6,
  ]),
  answer("does-not-learn", "has not learned", [0, 2, 3, 4, 5, 6]),
  answer("keeps-nothing", "was not kept", [0, 1, 2, 3, 5, 6]),
  answer("no-new-least", "stays as it was", [0, 1, 2, 3, 4, 6]),
  answer("does-not-count", "has not been counted", [0, 1, 2, 3, 4, 5]),
  answer("learns-after-the-look", "of the weight before it learned", [0, 2, 3, 4, 5, 6, 1]),
  answer("twice", "twice through", [0, 1, 1, 2, 3, 4, 5, 6]),
];

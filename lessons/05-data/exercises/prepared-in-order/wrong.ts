import {wrongOrders} from "../../../../lib/grading/line-order.js";

export const lines = [
  "pictures = withoutCopies(pictures);",
  "train = learningPart(pictures);",
  "test = testPart(pictures);",
  "scale = scaleOf(train);",
  "train = scaled(train, scale);",
  "test = scaled(test, scale);",
  "train = withMirrored(train);",
];
export const scaleOfAll = "scale = scaleOf(pictures);";
export const testMirrored = "test = withMirrored(test);";

const answer = wrongOrders(lines);

export const wrong = [
  answer("copies-stay", "copies are still there", [1, 2, 3, 4, 5, 6]),
  answer("copies-too-late", "copies are still there", [1, 2, 0, 3, 4, 5, 6]),
  answer("scale-of-all", "the scale knows the pictures to test on", [0, scaleOfAll, 1, 2, 4, 5, 6]),
  answer("scale-of-all-and-copies", "the scale knows", [scaleOfAll, 0, 1, 2, 4, 5, 6]),
  answer("scale-too-early", "measured where there are no pictures yet", [0, 3, 1, 2, 4, 5, 6]),
  answer("scaled-unknown", "before the scale is known", [0, 1, 2, 4, 3, 5, 6]),
  answer("scaled-too-early", "scaled before there are any", [0, 1, 3, 4, 5, 2, 6]),
  answer("mirrored-too-early", "mirrored before there are any", [0, 6, 1, 2, 3, 4, 5]),
  answer("not-mirrored", "the mirrored pictures are missing", [0, 1, 2, 3, 4, 5]),
  answer("learning-part-not-scaled", "have not been scaled", [0, 1, 2, 3, 5, 6]),
  answer("test-not-scaled", "have not been scaled", [0, 1, 2, 3, 4, 6]),
  answer("test-mirrored", "the test asks about pictures as they came", [
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    testMirrored,
  ]),
  answer("scale-of-scaled", "have not been scaled", [0, 1, 2, 3, 4, 3, 5, 6]),
];

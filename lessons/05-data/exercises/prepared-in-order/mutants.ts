import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {lines, scaleOfAll, testMirrored} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("backwards", [6, 5, 4, 3, 2, 1, 0]),
  mutant("taken apart alone", [0, 1, 2]),
  mutant("without the test", [0, 1, 3, 4, 6]),
  mutant("without the learning", [0, 2, 5]),
  mutant("copies out of one part only", [1, 0, 2, 3, 4, 5, 6]),
  mutant("copies out of the other part only", [2, 0, 1, 3, 4, 5, 6]),
  mutant("copies last", [1, 2, 3, 4, 5, 6, 0]),
  mutant("mirrored twice", [0, 1, 2, 3, 4, 5, 6, 6]),
  mutant("scaled twice", [0, 1, 2, 3, 4, 4, 5, 6]),
  mutant("the test scaled twice", [0, 1, 2, 3, 4, 5, 5, 6]),
  mutant("no scale", [0, 1, 2, 6]),
  mutant("both that do not belong", [0, 1, 2, scaleOfAll, 4, 5, 6, testMirrored]),
  mutant("the scale of all for the test", [0, 1, 2, 3, 4, scaleOfAll, 5, 6]),
  mutant("the scale of all for learning", [0, 1, 2, scaleOfAll, 4, 3, 5, 6]),
  mutant("the test mirrored before it is scaled", [0, 1, 2, testMirrored, 3, 4, 5, 6]),
  mutant("the test mirrored instead", [0, 1, 2, 3, 4, 5, testMirrored]),
  mutant("the learning part taken again at the end", [0, 1, 2, 3, 4, 5, 6, 1]),
  mutant("the test taken again at the end", [0, 1, 2, 3, 4, 5, 6, 2]),
  mutant("the learning part taken again before it is mirrored", [0, 1, 2, 3, 4, 5, 1, 6]),
  mutant("the scale of scaled ones for the test", [0, 1, 2, 3, 4, 6, 3, 5]),
  mutant("all but the copies, and the test mirrored", [1, 2, 3, 4, 5, 6, testMirrored]),
  mutant("mirrored before scaling", [0, 1, 2, 6, 3, 4, 5], "the same values in another order"),
  mutant("the test first", [0, 2, 1, 3, 5, 4, 6], "the parts do not meet"),
  mutant("the scale measured twice", [0, 1, 2, 3, 3, 4, 5, 6], "of the same pictures"),
  mutant("copies out twice", [0, 0, 1, 2, 3, 4, 5, 6], "none is left for the second time"),
  mutant(
    "a scale that is replaced",
    [0, 1, 2, scaleOfAll, 3, 4, 5, 6],
    "that of the part takes its place",
  ),
  mutant("the test scaled at once", [0, 1, 2, 3, 5, 4, 6], "by the same scale"),
];

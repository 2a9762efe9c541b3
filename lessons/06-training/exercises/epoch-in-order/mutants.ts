import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {byTest, lines, onValidation} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("backwards", [6, 5, 4, 3, 2, 1, 0]),
  mutant("learning alone", [0, 1]),
  mutant("looking alone", [2, 3, 4, 5, 6]),
  mutant("the order last", [1, 2, 3, 4, 5, 6, 0]),
  mutant("compared first", [3, 0, 1, 2, 4, 5, 6]),
  mutant("counted first", [6, 0, 1, 2, 3, 4, 5]),
  mutant("kept first", [4, 0, 1, 2, 3, 5, 6]),
  mutant("the least first", [5, 0, 1, 2, 3, 4, 6]),
  mutant("learns once more after the look", [0, 1, 2, 3, 4, 5, 6, 1]),
  mutant("learns once more before keeping", [0, 1, 2, 3, 1, 4, 5, 6]),
  mutant("counts twice", [0, 1, 2, 3, 4, 5, 6, 6]),
  mutant("compares again after the least is new", [0, 1, 2, 3, 5, 3, 4, 6]),
  mutant("compares again before counting", [0, 1, 2, 3, 4, 5, 3, 6]),
  mutant("the test's loss last", [0, 1, 2, byTest, 3, 4, 5, 6]),
  mutant("compares by the validation, keeps the test's loss", [0, 1, 2, 3, byTest, 4, 5, 6]),
  mutant("looks first, then learns from it", [2, onValidation, 3, 4, 5, 6]),
  mutant("learns from the validation first", [onValidation, 0, 1, 2, 3, 4, 5, 6]),
  mutant("learns from the validation last", [0, 1, 2, 3, 4, 5, 6, onValidation]),
  mutant("both that do not belong", [0, 1, onValidation, byTest, 3, 4, 5, 6]),
  mutant("no comparison", [0, 1, 2, 4, 5, 6]),
  mutant("no loss", [0, 1, 3, 4, 5, 6]),
  mutant(
    "counted before the least, kept last",
    [0, 1, 2, 3, 6, 5, 4],
    "the three do not need each other",
  ),
  mutant(
    "the least before what is kept",
    [0, 1, 2, 3, 5, 4, 6],
    "the comparison was made before both",
  ),
  mutant("the loss taken twice", [0, 1, 2, 2, 3, 4, 5, 6], "looking changes nothing"),
  mutant(
    "the test's loss, then the right one",
    [0, 1, byTest, 2, 3, 4, 5, 6],
    "it is looked at and not used",
  ),
];

import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {lines, onTest, turned} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("measured alone", [6]),
  mutant("backwards", [6, 5, 4, 3, 2, 1, 0]),
  mutant("measured first", [6, 0, 1, 2, 3, 4, 5]),
  mutant("measured in the middle", [0, 1, 2, 6, 3, 4, 5]),
  mutant("no scores", [1, 2, 3, 4, 5, 6]),
  mutant("no shares", [0, 2, 3, 4, 5, 6]),
  mutant("no errors", [0, 1, 2, 4, 5, 6]),
  mutant("no slopes", [0, 1, 2, 3, 5, 6]),
  mutant("two moves", [0, 1, 2, 3, 4, 5, 5, 6]),
  mutant("a second move after the measuring", [0, 1, 2, 3, 4, 5, 6, 5]),
  mutant("two steps on one batch", [0, 1, 2, 3, 4, 5, 0, 1, 3, 4, 5, 6]),
  mutant("there and back", [0, 1, 2, 3, 4, 5, turned, 4, 5, 6]),
  mutant("turned last", [0, 1, 2, 3, turned, 4, 5, 6]),
  mutant("the test's slopes last", [0, 1, 2, 3, 4, onTest, 5, 6]),
  mutant("both slopes moved by", [0, 1, 2, 3, 4, 5, onTest, 5, 6]),
  mutant("moved by the test's, measured by them", [0, 1, 2, 3, 4, onTest, 5, 6]),
  mutant("turned, and two moves", [0, 1, 2, turned, 4, 5, 5, 6]),
  mutant("a loss of the new weights", [0, 1, 3, 4, 5, 6, 0, 1, 2]),
  mutant("loss before scores", [2, 0, 1, 3, 4, 5, 6]),
  mutant("slopes, then everything else", [4, 0, 1, 2, 3, 5, 6]),
  mutant("errors made anew after the move, and moved by", [0, 1, 2, 3, 4, 5, 3, 4, 5, 6]),
  mutant("the loss after the errors", [0, 1, 3, 2, 4, 5, 6], "nothing waits for it"),
  mutant("the loss after the move", [0, 1, 3, 4, 5, 2, 6], "the shares are those from before"),
  mutant("the loss last", [0, 1, 3, 4, 5, 6, 2], "the shares are those from before"),
  mutant(
    "a turned error that is made right",
    [0, 1, 2, turned, 3, 4, 5, 6],
    "the right one takes its place",
  ),
  mutant("the test's slopes first", [0, 1, 2, 3, onTest, 4, 5, 6], "the batch's take their place"),
];

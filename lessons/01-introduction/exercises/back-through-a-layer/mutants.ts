import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {lines, shared, turned} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("forwards only", [0, 1]),
  mutant("no move", [0, 1, 2, 3]),
  mutant("backwards", [5, 4, 3, 2, 1, 0]),
  mutant("no hidden numbers", [1, 2, 3, 4, 5]),
  mutant("no answer", [0, 2, 3, 4, 5]),
  mutant("no error", [0, 1, 3, 4, 5]),
  mutant("no blame", [0, 1, 2, 4, 5]),
  mutant("two moves of the second", [0, 1, 2, 3, 4, 4, 5]),
  mutant("two moves of the first", [0, 1, 2, 3, 4, 5, 5]),
  mutant("two steps", [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]),
  mutant("blame made anew after the move", [0, 1, 2, 3, 4, 3, 5]),
  mutant("answer made anew after the second moved", [0, 1, 2, 3, 4, 1, 5]),
  mutant("error made anew on the way", [0, 1, 2, 3, 4, 1, 2, 3, 5]),
  mutant("turned last", [0, 1, 2, turned, 3, 4, 5]),
  mutant("turned for the blame alone", [0, 1, turned, 3, 2, 4, 5]),
  mutant("turned for the second alone", [0, 1, 2, 3, turned, 4, 5]),
  mutant("shared last", [0, 1, 2, 3, shared, 4, 5]),
  mutant("shared, and the second moved first", [0, 1, 2, 4, shared, 5]),
  mutant("moved there and back", [0, 1, 2, 3, 4, turned, 4, 5]),
  mutant("the first moved before the answer", [0, 5, 1, 2, 3, 4]),
  mutant("hidden made anew after the first moved", [0, 1, 2, 3, 5, 0, 4]),
  mutant(
    "the first layer first",
    [0, 1, 2, 3, 5, 4],
    "the blame is known, so either may move first",
  ),
  mutant("a turned error made right", [0, 1, turned, 2, 3, 4, 5], "the right one takes its place"),
  mutant("shared blame made right", [0, 1, 2, shared, 3, 4, 5], "the right one takes its place"),
];

import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {caught, lines, swapped} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("the judge's turn alone", [0, 1, 2, 3]),
  mutant("the generator's turn alone", [4, 5, 6, 7]),
  mutant("backwards", [7, 6, 5, 4, 3, 2, 1, 0]),
  mutant("both turns with the first noise", [0, 1, 2, 3, 0, 5, 6, 7]),
  mutant("both turns with the second noise", [4, 1, 2, 3, 4, 5, 6, 7]),
  mutant("the judge moves twice", [0, 1, 2, 3, 3, 4, 5, 6, 7]),
  mutant("the judge learns twice", [0, 1, 2, 3, 2, 3, 4, 5, 6, 7]),
  mutant("the generator moves twice", [0, 1, 2, 3, 4, 5, 6, 7, 7]),
  mutant("the judge learns from the second fakes, too", [0, 1, 2, 3, 4, 5, 2, 3, 6, 7]),
  mutant("the judge moves after both were asked", [0, 1, 2, 4, 5, 6, 3, 7]),
  mutant("the judge moves last", [0, 1, 2, 4, 5, 6, 7, 3]),
  mutant("blame for the second fakes", [0, 1, 4, 5, 2, 3, 6, 7]),
  mutant("new noise just before the move", [0, 1, 2, 3, 6, 4, 7]),
  mutant("new noise after the new fakes", [0, 1, 2, 3, 5, 4, 6, 7]),
  mutant("new noise after the push", [0, 1, 2, 3, 5, 6, 4, 7]),
  mutant("the first noise again before the move", [0, 1, 2, 3, 4, 5, 6, 0, 7]),
  mutant("blame taken back by the swapped one", [0, 1, 2, swapped, 3, 4, 5, 6, 7]),
  mutant("the swap and the wrong push cancel nothing", [0, 1, swapped, 3, 4, 5, caught, 7]),
  mutant("the wrong push last", [0, 1, 2, 3, 4, 5, 6, caught, 7]),
  mutant("pushed both ways", [0, 1, 2, 3, 4, 5, 6, 7, caught, 7]),
  mutant("generator's turn before the judge's, on one noise", [0, 1, 6, 7, 5, 2, 3]),
  mutant(
    "the second noise before the judge's move",
    [0, 1, 4, 2, 3, 5, 6, 7],
    "the judge's fakes are made already",
  ),
  mutant(
    "the second noise between blame and move",
    [0, 1, 2, 4, 3, 5, 6, 7],
    "the judge's move needs no noise",
  ),
  mutant(
    "the second fakes before the judge's move",
    [0, 1, 2, 4, 5, 3, 6, 7],
    "they depend on the generator alone, which has not moved",
  ),
  mutant(
    "a swapped blame that is made right",
    [0, 1, swapped, 2, 3, 4, 5, 6, 7],
    "the second blame takes its place before anything moves",
  ),
  mutant(
    "a wrong push that is made right",
    [0, 1, 2, 3, 4, 5, caught, 6, 7],
    "the second push takes its place before anything moves",
  ),
];

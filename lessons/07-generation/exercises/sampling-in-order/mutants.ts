import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {anew, leap, lines} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("the clock alone", [6]),
  mutant("asked, and no more", [0, 6]),
  mutant("backwards", [6, 5, 4, 3, 2, 1, 0]),
  mutant("the leap first", [0, 1, leap, 2, 3, 4, 5, 6]),
  mutant("the leap last", [0, 1, 2, 3, 4, 5, leap, 6]),
  mutant("the leap before the mixture is asked again", [0, 1, 2, 3, 4, leap, 0, 5, 6, leap]),
  mutant("fresh noise exchanged", [0, 1, 2, anew, 3, 4, 5, 6]),
  mutant("fresh noise after the exchange", [0, 1, 2, 3, 4, anew, 5, 6]),
  mutant("fresh noise for the guess", [0, 1, anew, 3, 4, 5, 6]),
  mutant("both that do not belong", [0, 1, anew, 3, leap, 6]),
  mutant("exchanged twice", [0, 1, 2, 3, 4, 4, 5, 6]),
  mutant("guessed again after the mixture, and mixed", [0, 1, 2, 3, 4, 5, 1, 5, 6]),
  mutant("two steps in one", [0, 1, 2, 3, 4, 5, 0, 1, 2, 4, 5, 6]),
  mutant("the clock first", [6, 0, 1, 2, 3, 4, 5]),
  mutant("the clock after asking", [0, 6, 1, 2, 3, 4, 5]),
  mutant("the clock before the noise", [0, 1, 3, 6, 2, 4, 5]),
  mutant("the clock between the guesses", [0, 3, 2, 6, 1, 4, 5]),
  mutant("no picture", [0, 2, 3, 4, 5, 6]),
  mutant("no asking", [1, 2, 3, 4, 5, 6]),
  mutant("no spread", [0, 1, 2, 4, 5, 6]),
  mutant("asked again at the new place", [0, 1, 2, 3, 4, 5, 0, 1, 5, 6]),
  mutant("the noise guessed again after the exchange", [0, 1, 2, 3, 4, 2, 5, 6]),
  mutant("the noise before the picture", [0, 2, 1, 3, 4, 5, 6], "both need the answer only"),
  mutant("the spread first", [3, 0, 1, 2, 4, 5, 6], "it needs the times only"),
  mutant("the picture just before the mixture", [0, 2, 3, 4, 1, 5, 6], "nothing else waits for it"),
  mutant("the clock before the mixture", [0, 1, 2, 3, 4, 6, 5], "nothing after it reads the time"),
  mutant("mixed twice", [0, 1, 2, 3, 4, 5, 5, 6], "of the same guesses"),
  mutant("asked twice", [0, 0, 1, 2, 3, 4, 5, 6], "it is the same answer"),
  mutant("fresh noise that is made good", [0, 1, anew, 2, 3, 4, 5, 6], "the guess takes its place"),
];

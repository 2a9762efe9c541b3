import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {leak, lines, luck, uneven} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("the verdict alone", [6]),
  mutant("backwards", [6, 5, 4, 3, 2, 1, 0]),
  mutant("everything that does not belong", [leak, uneven, 2, luck, 3, 4, 5, 6]),
  mutant("held out, then the pool after all", [0, leak, 1, 2, 3, 4, 5, 6]),
  mutant("the pool for the first only", [leak, 1, 2, 0, 3, 4, 5, 6]),
  mutant("the pool for the second only", [0, 1, 2, leak, 3, 4, 5, 6]),
  mutant("all numbers, after the fewest", [0, 1, uneven, 2, 3, 4, 5, 6]),
  mutant("all numbers for the second only", [0, 1, 2, uneven, 3, 4, 5, 6]),
  mutant("all numbers for the first only", [0, uneven, 2, 1, 3, 4, 5, 6]),
  mutant("the best seed before the second is scored", [0, 1, 2, luck, 3, 4, 5, 6]),
  mutant("the best seed for the gap, all for the band", [0, 1, 2, 3, luck, 4, 2, 5, 6]),
  mutant("all for the gap, the best seed for the band", [0, 1, 2, 3, 4, luck, 5, 6]),
  mutant("the best seed twice", [0, 1, 2, luck, luck, 3, 4, 5, 6]),
  mutant("no gap", [0, 1, 2, 3, 5, 6]),
  mutant("no band", [0, 1, 2, 3, 4, 6]),
  mutant("no second scores", [0, 1, 2, 4, 5, 6]),
  mutant("no first scores", [0, 1, 3, 4, 5, 6]),
  mutant("no verdict", [0, 1, 2, 3, 4, 5]),
  mutant("the verdict first", [6, 0, 1, 2, 3, 4, 5]),
  mutant("the count after the first scores", [0, 2, 1, 3, 4, 5, 6]),
  mutant("nothing held out at all", [1, 2, 3, 4, 5, 6]),
  mutant("the count first", [1, 0, 2, 3, 4, 5, 6], "neither needs the other"),
  mutant("the second scored first", [0, 1, 3, 2, 4, 5, 6], "neither needs the other"),
  mutant("the band before the gap", [0, 1, 2, 3, 5, 4, 6], "neither needs the other"),
  mutant("the pool, made good", [leak, 0, 1, 2, 3, 4, 5, 6], "what is held out takes its place"),
  mutant("all numbers, made good", [0, uneven, 1, 2, 3, 4, 5, 6], "the fewest take their place"),
  mutant("the best seed, scored again", [0, 1, 2, luck, 2, 3, 4, 5, 6], "all seeds come back"),
  mutant("the best seed too early", [0, 1, luck, 2, 3, 4, 5, 6], "the scores take its place"),
  mutant("the best seed after the verdict", [0, 1, 2, 3, 4, 5, 6, luck], "nothing reads it then"),
];

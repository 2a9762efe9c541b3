import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {lines, middles, turned} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("there, and not back", [0, 1, 2, 3]),
  mutant("backwards", [7, 6, 5, 4, 3, 2, 1, 0]),
  mutant("back only", [4, 5, 6, 7]),
  mutant("the middles after the drawing", [0, 1, 2, middles, 3, 4, 5, 6, 7]),
  mutant("the middles before the move", [0, 1, 2, 3, 4, 5, 6, middles, 7]),
  mutant("the middles after the draw", [0, 1, middles, 2, 3, 4, 5, 6, 7]),
  mutant("the turned slope last", [0, 1, 2, 3, 4, turned, 5, 6, 7]),
  mutant("the turned slope for the decoder alone", [0, 1, 2, 3, 4, 5, 6, turned, 7]),
  mutant("the turned slope for the encoder alone", [0, 1, 2, 3, turned, 5, 6, 4, 7]),
  mutant("both that do not belong", [0, middles, 2, 3, turned, 5, 6, 7]),
  mutant("the KL divergence twice", [0, 1, 2, 3, 4, 5, 6, 6, 7]),
  mutant("the KL divergence lost", [0, 1, 2, 3, 4, 5, 6, 5, 7]),
  mutant("two moves", [0, 1, 2, 3, 4, 5, 6, 7, 7]),
  mutant("a move before the KL divergence, and one after", [0, 1, 2, 3, 4, 5, 7, 6, 7]),
  mutant("codes made anew after the move", [0, 1, 2, 4, 5, 6, 7, 0, 1, 2, 3]),
  mutant("the loss of the new codes and the old drawing", [0, 1, 2, 4, 5, 6, 7, 0, 3]),
  mutant("no decoder", [0, 1, 3, 4, 5, 6, 7]),
  mutant("no draw", [0, 2, 3, 4, 5, 6, 7]),
  mutant("no slope", [0, 1, 2, 3, 5, 6, 7]),
  mutant("not through the decoder", [0, 1, 2, 3, 4, 6, 7]),
  mutant("no codes", [1, 2, 3, 4, 5, 6, 7]),
  mutant("the loss last", [0, 1, 2, 4, 5, 6, 7, 3], "the drawing and the clouds are the old ones"),
  mutant("the loss on the way back", [0, 1, 2, 4, 5, 3, 6, 7], "nothing waits for it"),
  mutant(
    "the middles before the draw",
    [0, middles, 1, 2, 3, 4, 5, 6, 7],
    "the draw takes their place",
  ),
  mutant(
    "a turned slope that is made right",
    [0, 1, 2, 3, turned, 4, 5, 6, 7],
    "the right one takes its place",
  ),
  mutant("drawn twice of the same noise", [0, 1, 1, 2, 3, 4, 5, 6, 7], "it is the same code"),
];

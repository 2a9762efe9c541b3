import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {lines, noiseDecoded, noiseScale} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("codes alone", [0]),
  mutant("the learning alone", [0, 1, 2, 3]),
  mutant("the drawing alone", [0, 1, 4, 5, 6]),
  mutant("backwards", [6, 5, 4, 3, 2, 1, 0]),
  mutant("scaled twice", [0, 1, 2, 2, 3, 4, 5, 6]),
  mutant("scaled by the scale of what is scaled", [0, 1, 2, 1, 3, 4, 5, 6]),
  mutant("undone twice", [0, 1, 2, 3, 4, 5, 5, 6]),
  mutant("learned twice", [0, 1, 2, 3, 3, 4, 5, 6]),
  mutant("carried twice", [0, 1, 2, 3, 4, 5, 4, 6]),
  mutant("coded again before learning", [0, 1, 2, 0, 3, 4, 5, 6]),
  mutant("the scale of the noise for the way out", [0, 1, 2, 3, 4, noiseScale, 5, 6]),
  mutant("the scale of the noise for the way in", [0, noiseScale, 2, 3, 1, 4, 5, 6]),
  mutant("the scale of the noise, both ways", [noiseScale, 0, 2, 3, 4, 5, 6]),
  mutant("the scale measured again of scaled codes", [0, 1, 2, 3, 1, 4, 5, 6]),
  mutant("noise decoded last of all", [0, 1, 2, 3, 4, 5, 6, noiseDecoded]),
  mutant("noise decoded, and nothing carried", [0, 1, 2, 3, noiseDecoded]),
  mutant("without scales", [0, 3, 4, 6]),
  mutant("no picture", [0, 1, 2, 3, 4, 5]),
  mutant("no learning, but a scale", [0, 1, 2, 4, 5, 6, 4]),
  mutant("both that do not belong", [0, 1, noiseScale, 2, 3, 4, 5, 6, noiseDecoded]),
  mutant("learned after drawing", [0, 1, 2, 4, 5, 6, 3]),
  mutant("the picture drawn twice", [0, 1, 2, 3, 4, 5, 6, 6], "of the same code"),
  mutant("the scale measured twice", [0, 1, 1, 2, 3, 4, 5, 6], "of the same codes"),
  mutant("coded twice", [0, 0, 1, 2, 3, 4, 5, 6], "of the same pictures"),
  mutant("noise decoded first", [noiseDecoded, 0, 1, 2, 3, 4, 5, 6], "the drawing takes its place"),
  mutant(
    "the noise's scale first",
    [noiseScale, 0, 1, 2, 3, 4, 5, 6],
    "that of the codes takes its place",
  ),
  mutant("coded again at the end", [0, 1, 2, 3, 4, 5, 6, 0], "nothing reads it"),
];

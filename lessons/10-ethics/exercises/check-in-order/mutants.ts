import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {believed, claimed, introduced, lines} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("the verdict alone", [6]),
  mutant("backwards", [6, 5, 4, 3, 2, 1, 0]),
  mutant("all that is too kind", [0, believed, 2, claimed, 4, introduced, 5, 6]),
  mutant("opened, then believed", [0, 1, believed, 2, 3, 4, 5, 6]),
  mutant("hashed, then claimed", [0, 1, 2, 3, claimed, 4, 5, 6]),
  mutant("introduced at the beginning", [introduced, 0, 1, 2, 3, 4, 5, 6]),
  mutant("introduced twice", [0, introduced, 1, 2, 3, 4, introduced, 5, 6]),
  mutant("believed and claimed", [0, believed, 2, claimed, 4, 5, 6]),
  mutant("believed and introduced", [0, believed, 2, 3, 4, introduced, 5, 6]),
  mutant("claimed and introduced", [0, 1, 2, claimed, 4, introduced, 5, 6]),
  mutant("no words", [1, 2, 3, 4, 5, 6]),
  mutant("the signature not opened", [0, 2, 3, 4, 5, 6]),
  mutant("no question of the signature", [0, 1, 3, 4, 5, 6]),
  mutant("no question of the picture", [0, 1, 2, 3, 5, 6]),
  mutant("no hash of the picture", [0, 1, 2, 4, 5, 6]),
  mutant("no question of the key", [0, 1, 2, 3, 4, 6]),
  mutant("no verdict", [0, 1, 2, 3, 4, 5]),
  mutant("the verdict first", [6, 0, 1, 2, 3, 4, 5]),
  mutant("the verdict in the middle", [0, 1, 2, 6, 3, 4, 5]),
  mutant("asked before hashed", [0, 1, 2, 4, 3, 5, 6]),
  mutant("believed before there are words", [believed, 0, 2, 3, 4, 5, 6]),
  mutant("the picture first", [3, 4, 0, 1, 2, 5, 6], "neither check needs the other"),
  mutant("the key first", [5, 0, 1, 2, 3, 4, 6], "the list is there before the file"),
  mutant("opened before the words", [1, 0, 2, 3, 4, 5, 6], "neither needs the other"),
  mutant(
    "believed, made good",
    [0, believed, 1, 2, 3, 4, 5, 6],
    "what it opens to takes its place",
  ),
  mutant(
    "claimed, made good",
    [0, 1, 2, claimed, 3, 4, 5, 6],
    "the picture’s own hash takes its place",
  ),
  mutant("introduced too late", [0, 1, 2, 3, 4, 5, introduced, 6], "nobody looks at the list then"),
  mutant("claimed too late", [0, 1, 2, 3, 4, claimed, 5, 6], "nothing reads it then"),
];

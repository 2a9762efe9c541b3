import {mutantOrders} from "../../../../lib/grading/line-order.js";
import type {Mutant} from "../../../../lib/grading/wrong-answer.js";
import {lines, ofRule, seesTruth} from "./wrong.js";

const mutant = mutantOrders(lines);

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("nothing at all", []),
  mutant("backwards", [5, 4, 3, 2, 1, 0]),
  mutant("without the error", [0, 1, 2, 3, 4]),
  mutant("without the sum", [0, 1, 2, 3, 5]),
  mutant("without the shuffle", [0, 1, 2, 4, 5]),
  mutant("without the network", [0, 1, 3, 4, 5]),
  mutant("without the rule", [0, 2, 3, 4, 5]),
  mutant("without the small row", [1, 2, 3, 4, 5]),
  mutant("the rule first", [1, 0, 2, 3, 4, 5]),
  mutant("the network first", [2, 0, 1, 3, 4, 5]),
  mutant("the shuffle first", [3, 0, 1, 2, 4, 5]),
  mutant("shuffled before the network", [0, 1, 3, 2, 4, 5]),
  mutant("added before the shuffle", [0, 1, 2, 4, 3, 5]),
  mutant("added before all", [0, 4, 1, 2, 3, 5]),
  mutant("measured before the sum", [0, 1, 2, 3, 5, 4]),
  mutant("measured first", [5, 0, 1, 2, 3, 4]),
  mutant("the rule’s error instead", [0, 1, 2, 3, 4, ofRule]),
  mutant("the rule’s error last", [0, 1, 2, 3, 4, 5, ofRule]),
  mutant("the rule’s error, then the sum", [0, 1, 2, 3, ofRule, 4]),
  mutant("the rule alone", [0, 1, ofRule]),
  mutant("the truth instead", [0, 1, seesTruth, 3, 4, 5]),
  mutant("the truth after the small row", [0, 1, 2, seesTruth, 3, 4, 5]),
  mutant("the truth, and the rule’s error", [0, 1, seesTruth, 3, 4, ofRule]),
  mutant("small again at the end, the rule’s error", [0, 1, 2, 3, 4, 0, ofRule]),
  mutant("the network before the rule", [0, 2, 1, 3, 4, 5], "neither needs the other"),
  mutant("the rule late", [0, 2, 3, 1, 4, 5], "it is there when it is added to"),
  mutant("added twice", [0, 1, 2, 3, 4, 4, 5], "the same sum once more"),
  mutant("the rule’s error first", [0, 1, ofRule, 2, 3, 4, 5], "it is replaced"),
  mutant("the truth first", [0, 1, seesTruth, 2, 3, 4, 5], "it is replaced"),
  mutant("the truth too late", [0, 1, 2, 3, seesTruth, 4, 5], "nobody looks at the pairs again"),
];

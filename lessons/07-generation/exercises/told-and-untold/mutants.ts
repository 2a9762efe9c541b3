import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const bit = "words.includes(word) ? 1 : 0";
const keep = "chance < share ? 0 : value";
const way = "value + weight * (told[j]! - value)";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("condition: the first word only", [bit, "words[0] === word ? 1 : 0"]),
  mutant("condition: the last word only", [bit, "words.at(-1) === word ? 1 : 0"]),
  mutant("condition: two words at most", [bit, "words.slice(0, 2).includes(word) ? 1 : 0"]),
  mutant("condition: four known words", ["return known.map(", "return known.slice(0, 4).map("]),
  mutant("condition: by the first letter", [
    bit,
    "words.some((each) => each[0] === word[0]) ? 1 : 0",
  ]),
  mutant("condition: a share of the words", [bit, "words.includes(word) ? 1 / words.length : 0"]),
  mutant("condition: minus one for none", [bit, "words.includes(word) ? 1 : -1"]),
  mutant("condition: turned round", ["return known.map(", "return known.toReversed().map("]),
  mutant("withheld: at the share too", [keep, "chance <= share ? 0 : value"]),
  mutant("withheld: never", [keep, "chance < 0 * share ? 0 : value"]),
  mutant("withheld: always", [keep, "chance < share + 1 ? 0 : value"]),
  mutant("withheld: a tenth always", [keep, "chance < 0.1 + 0 * share ? 0 : value"]),
  mutant("withheld: half always", [keep, "chance < 0.5 + 0 * share ? 0 : value"]),
  mutant("withheld: the other side", [keep, "1 - chance < share ? 0 : value"]),
  mutant("withheld: ones", [keep, "chance < share ? 0 : Math.ceil(value)"]),
  mutant("withheld: three numbers", [
    "return row.map((value) =>",
    "return row.slice(0, 3).map((value) =>",
  ]),
  mutant("withheld: a little is left", [keep, "chance < share ? 1e-3 * value : value"]),
  mutant("guided: the first number's way", [way, "value + weight * (told[0]! - untold[0]!)"]),
  mutant("guided: three numbers", [
    "return untold.map((value, j)",
    "return untold.slice(0, 3).map((value, j)",
  ]),
  mutant("guided: at most 1", [way, "value + Math.min(1, weight) * (told[j]! - value)"]),
  mutant("guided: at most 5", [way, "value + Math.min(5, weight) * (told[j]! - value)"]),
  mutant("guided: at least 1", [way, "value + Math.max(1, weight) * (told[j]! - value)"]),
  mutant("guided: rounded weight", [way, "value + Math.round(weight) * (told[j]! - value)"]),
  mutant("guided: cut to pictures", [way, `Math.max(-3, Math.min(3, ${way}))`]),
  mutant("guided: sizes of the way", [way, "value + weight * Math.abs(told[j]! - value)"]),
  mutant("guided: the square of the weight", [way, "value + weight ** 2 * (told[j]! - value)"]),
  {
    name: "guided: as a mixture",
    isRight: "the same, put together otherwise",
    replace: [[way, "(1 - weight) * value + weight * told[j]!"]],
  },
];

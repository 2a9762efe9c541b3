import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const condition = "asked[i] !== asked[j]";
const inner = "let j = 0; j < i; j++";
const outer = "let i = 0; i < pictures.length; i++";
const way = "Math.sqrt(a.reduce((all, value, k) => all + (value - b[k]!) ** 2, 0))";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("neighbours", [condition, "i - j !== 1"]),
  mutant("class 0 only", [condition, "asked[i] !== 0 || asked[j] !== 0"]),
  mutant("the class of the first picture only", [
    condition,
    "asked[i] !== asked[0] || asked[j] !== asked[0]",
  ]),
  mutant("asked and seen alike", [condition, "asked[i] !== asked[j] || seen[i] !== seen[j]"]),
  mutant("asked or seen alike", [condition, "asked[i] !== asked[j] && seen[i] !== seen[j]"]),
  mutant("asked of one, seen of the other", [condition, "asked[i] !== seen[j]"]),
  mutant("only what is seen right", [condition, "asked[i] !== asked[j] || seen[i] !== asked[i]"]),
  mutant("classes up to the own", [condition, "asked[i]! < asked[j]!"]),
  mutant("classes from the own", [condition, "asked[i]! > asked[j]!"]),
  mutant("even classes alike", [condition, "asked[i]! % 2 !== asked[j]! % 2"]),
  mutant("the last picture left out", [outer, "let i = 0; i < pictures.length - 1; i++"]),
  mutant("the first picture left out", [inner, "let j = 1; j < i; j++"]),
  mutant("with itself", [inner, "let j = 0; j <= i; j++"]),
  mutant("six pictures at most", [outer, "let i = 0; i < Math.min(6, pictures.length); i++"]),
  mutant("divided by the pictures", ["sum / pairs", "sum / pictures.length"]),
  mutant("one pair too many", ["sum / pairs", "sum / (pairs + 1)"]),
  mutant("sizes added up", [way, "a.reduce((all, value, k) => all + Math.abs(value - b[k]!), 0)"]),
  mutant("two pixels", ["a.reduce((all, value, k)", "a.slice(0, 2).reduce((all, value, k)"]),
  mutant("the largest difference", [
    way,
    "Math.max(...a.map((value, k) => Math.abs(value - b[k]!)))",
  ]),
  mutant("a mean over pixels", [
    way,
    "Math.sqrt(a.reduce((all, value, k) => all + (value - b[k]!) ** 2, 0) / a.length)",
  ]),
  mutant("squared in the mean", ["variety: sum / pairs", "variety: (sum / pairs) ** 2"]),
  mutant("rounded per cent", [
    "(100 * right) / asked.length",
    "Math.round((100 * right) / asked.length)",
  ]),
  mutant("as asked of the pairs", ["/ asked.length", "/ pairs"]),
  {
    name: "every pair twice",
    isRight: "the mean is the same",
    replace: [
      [inner, "let j = 0; j < pictures.length; j++"],
      [condition, "i === j || asked[i] !== asked[j]"],
    ],
  },
];

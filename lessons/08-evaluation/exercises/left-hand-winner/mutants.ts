import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const won = 'choice === "tie" ? 0.5 : choice === "left" ? 1 : 0';

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("a tie is a third", ["? 0.5 :", "? 1 / 3 :"]),
  mutant("a tie is two thirds", ["? 0.5 :", "? 2 / 3 :"]),
  mutant("a tie is what was expected", ["? 0.5 :", "? expected :"]),
  mutant("a tie is nearly half", ["? 0.5 :", "? 0.501 :"]),
  mutant("every answer is a tie", [won, "0.5"]),
  mutant("sides swapped", ['"left" ? 1 : 0', '"left" ? 0 : 1']),
  mutant("a win is worth two", ['"left" ? 1 : 0', '"left" ? 2 : 0']),
  mutant("a loss costs one", ['"left" ? 1 : 0', '"left" ? 1 : -1']),
  mutant("expected of the right one", [
    "strengths[right]! - strengths[left]!",
    "strengths[left]! - strengths[right]!",
  ]),
  mutant("one half is expected", [
    "1 / (1 + Math.exp(strengths[right]! - strengths[left]!))",
    "0.5",
  ]),
  mutant("expected by halves of strengths", [
    "strengths[right]! - strengths[left]!",
    "(strengths[right]! - strengths[left]!) / 2",
  ]),
  mutant("expected by one strength", ["strengths[right]! - strengths[left]!", "-strengths[left]!"]),
  mutant("only the left one moves", ["slopes[right] = slopes[right]! - won + expected;", ""]),
  mutant("only the right one moves", ["slopes[left] = slopes[left]! + won - expected;", ""]),
  mutant("the right one moves along", ["- won + expected", "+ won - expected"]),
  mutant("the last answer counts", ["slopes[left]! + won - expected", "won - expected"]),
  mutant("slopes summed", ["(2 * slopes[i]!) / answers.length", "2 * slopes[i]!"]),
  mutant("half of the step", ["(2 * slopes", "(1 * slopes"]),
  mutant("divided by the makers", ["/ answers.length", "/ strengths.length"]),
  mutant("divided by one more", ["/ answers.length", "/ (answers.length + 1)"]),
  mutant("strengths begin anew", ["strength + (2 *", "0 * strength + (2 *"]),
  mutant("two makers", ["(strength, i) =>", "(strength, i) => i > 1 ? strength :"]),
  mutant("the first answer is passed over", ["of answers)", "of answers.slice(1))"]),
  mutant("eight answers", ["of answers)", "of answers.slice(0, 8))"]),
  {
    name: "half for both by a table",
    isRight: "the same numbers",
    replace: [[won, "{left: 1, right: 0, tie: 0.5}[choice]"]],
  },
  {
    name: "strengths changed in place",
    isRight: "the arguments are copies, and all slopes are known by then",
    replace: [["strengths.map((strength, i) =>", "strengths.map((strength, i) => strengths[i] ="]],
  },
];

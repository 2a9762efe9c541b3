/** A formula as a row of words: numbers, names and signs, each with its place in the text. */

export type FormulaWord = {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  /** Of its first character, from 1. */
  readonly place: number;
};

/** Characters of a formula at most. It bounds how deep brackets can nest, too. */
export const longestFormula = 200;

export const formulaFunctions = ["sin", "cos", "exp", "abs", "sqrt", "log"] as const;

/** All that a formula may be made of, in words. */
export const formulaSigns = `numbers, x, y, + - * / ^, brackets, ${formulaFunctions.join(" ")}`;

/** That a text is no formula. `place` is the character at fault, from 1. */
export class FormulaError extends RangeError {
  readonly place: number;

  constructor(problem: string, place: number) {
    super(`at character ${place}: ${problem}`);
    this.name = "FormulaError";
    this.place = place;
  }
}

const kinds = [
  ["space", /^\s+/],
  ["number", /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?/i],
  ["name", /^[a-z]+/i],
  ["sign", /^[-+*/^()]/],
] as const;

/** The words of `text`, the last of kind `end`. Throws a FormulaError at the first character that belongs to none. */
export function formulaWords(text: string): FormulaWord[] {
  if (text.length > longestFormula)
    throw new FormulaError(
      `too long: ${text.length} characters (at most ${longestFormula})`,
      longestFormula + 1,
    );
  const words: FormulaWord[] = [];
  let at = 0;
  while (at < text.length) {
    const word = wordAt(text, at);
    if (word.kind !== "space") words.push({kind: word.kind, text: word.text, place: at + 1});
    at += word.text.length;
  }
  return [...words, {kind: "end", text: "", place: text.length + 1}];
}

function wordAt(text: string, at: number) {
  const rest = text.slice(at);
  for (const [kind, pattern] of kinds) {
    const found = pattern.exec(rest)?.[0];
    if (found) return {kind, text: found};
  }
  const [character] = rest;
  throw new FormulaError(`unknown sign: ${character} (${formulaSigns})`, at + 1);
}

/**
 * A formula in x and y, read from a text by recursive descent. No part of the text is ever run.
 *
 *   sum     = product { ("+" | "-") product }
 *   product = factor { ("*" | "/") factor }
 *   factor  = ("-" | "+") factor | power
 *   power   = atom [ "^" factor ]                          so that -x^2 is -(x^2), and x^y^2 is x^(y^2)
 *   atom    = number | "x" | "y" | name "(" sum ")" | "(" sum ")"
 */
import {FormulaError, type FormulaWord, formulaFunctions, formulaWords} from "./formula-words.js";

export type FormulaFunction = (typeof formulaFunctions)[number];
export type Operator = "+" | "-" | "*" | "/" | "^";

export type Formula =
  | {readonly kind: "number"; readonly value: number}
  | {readonly kind: "variable"; readonly name: "x" | "y"}
  | {readonly kind: "negative"; readonly of: Formula}
  | {readonly kind: "call"; readonly name: FormulaFunction; readonly of: Formula}
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    };

/** Reads a formula. Throws a FormulaError that says what is wrong, and where. */
export function parseFormula(text: string): Formula {
  const reader = new Reader(formulaWords(text));
  if (reader.next.kind === "end")
    throw new FormulaError("nothing is written (try x^2 + y^2)", reader.next.place);
  const formula = reader.sum();
  reader.end();
  return formula;
}

class Reader {
  readonly #words: readonly FormulaWord[];
  #at = 0;

  constructor(words: readonly FormulaWord[]) {
    this.#words = words;
  }

  get next(): FormulaWord {
    return this.#words[this.#at]!;
  }

  sum(): Formula {
    return this.#row(["+", "-"], () => this.#product());
  }

  /** Throws unless all has been read. */
  end(): void {
    const {kind, text, place} = this.next;
    if (kind === "end") return;
    if (text === ")") throw new FormulaError('")" closes no bracket (take it away)', place);
    throw new FormulaError(
      `${shown(text)} follows without an operator (one of + - * / ^, as in 2*x)`,
      place,
    );
  }

  #product(): Formula {
    return this.#row(["*", "/"], () => this.#factor());
  }

  #row(operators: readonly Operator[], part: () => Formula): Formula {
    let left = part();
    for (let operator = this.#take(operators); operator; operator = this.#take(operators))
      left = {kind: "operation", operator, left, right: part()};
    return left;
  }

  #factor(): Formula {
    const sign = this.#take(["-", "+"]);
    if (!sign) return this.#power();
    const of = this.#factor();
    return sign === "-" ? {kind: "negative", of} : of;
  }

  #power(): Formula {
    const left = this.#atom();
    const operator = this.#take(["^"]);
    return operator ? {kind: "operation", operator, left, right: this.#factor()} : left;
  }

  #atom(): Formula {
    const word = this.next;
    this.#at += 1;
    if (word.kind === "number") return {kind: "number", value: Number(word.text)};
    if (word.kind === "name") return this.#named(word);
    if (word.text === "(") return this.#bracketed(word);
    throw new FormulaError(
      `${shown(word.text)} where a value should stand (a number, x, y, a function or a bracket)`,
      word.place,
    );
  }

  #named({text, place}: FormulaWord): Formula {
    const name = text.toLowerCase();
    if (name === "x" || name === "y") return {kind: "variable", name};
    const known = formulaFunctions.find((each) => each === name);
    if (!known)
      throw new FormulaError(
        `unknown name: ${shown(text)} (x, y, ${formulaFunctions.join(", ")})`,
        place,
      );
    const open = this.next;
    if (open.text !== "(")
      throw new FormulaError(`${known} needs a bracket: ${known}(x)`, open.place);
    this.#at += 1;
    return {kind: "call", name: known, of: this.#bracketed(open)};
  }

  /** What stands in a bracket that has been opened. */
  #bracketed(open: FormulaWord): Formula {
    const inside = this.sum();
    const close = this.next;
    if (close.text === ")") {
      this.#at += 1;
      return inside;
    }
    if (close.kind !== "end") this.end();
    throw new FormulaError(
      `the bracket of character ${open.place} is never closed (add a closing bracket)`,
      close.place,
    );
  }

  #take(operators: readonly Operator[]): Operator | undefined {
    const {kind, text} = this.next;
    const found = kind === "sign" ? operators.find((each) => each === text) : undefined;
    if (found) this.#at += 1;
    return found;
  }
}

/** A word of the reader's, cut short. */
function shown(text: string): string {
  if (text === "") return "the formula ends";
  return `"${text.length > 12 ? `${text.slice(0, 12)}…` : text}"`;
}

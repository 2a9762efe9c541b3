/** Mutations of TypeScript by its words: what keeps enough of the grammar that a compiler or an engine takes it now and then. */
import type {Random} from "../../lib/random.js";
import {codeWords, expressions, statements} from "./code-words.js";
import {mutateText} from "./mutate-text.js";
import {pick} from "./target.js";

type Mutation = (words: string[], random: Random, others: readonly string[]) => void;

/** `text` after one to three mutations; one in ten is changed as plain text instead. */
export function mutateCode(text: string, random: Random, others: readonly string[]): string {
  if (random.integer(10) === 0) return mutateText(text, random, others);
  const words = wordsOf(text);
  for (let left = 1 + random.integer(3); left > 0; left--)
    pick(random, mutations)(words, random, others);
  return words.join("");
}

/** Names, numbers, blanks, texts, and every other sign by itself. */
function wordsOf(code: string): string[] {
  return code.match(/[\w$]+|\s+|"[^"\n]*"|'[^'\n]*'|=>|\.\.\.|[\s\S]/g) ?? [];
}

const remove: Mutation = (words, random) => {
  words.splice(random.integer(words.length + 1), 1 + random.integer(4));
};

const replace: Mutation = (words, random) => {
  words[random.integer(words.length + 1)] = pick(random, codeWords);
};

const insert: Mutation = (words, random) => {
  words.splice(random.integer(words.length + 1), 0, pick(random, codeWords));
};

const takeOver: Mutation = (words, random, others) => {
  const theirs = wordsOf(pick(random, others));
  const start = random.integer(theirs.length + 1);
  const part = theirs.slice(start, start + 1 + random.integer(30));
  words.splice(random.integer(words.length + 1), random.integer(4), ...part);
};

/** A number or a name becomes an expression that is expensive or leads somewhere. */
const express: Mutation = (words, random) => {
  const at = placeOf(words, random, /^[\w$]+$/);
  words[at] = `(${pick(random, expressions)})`;
};

/** A statement after a `{`, a `;` or at the beginning. */
const state: Mutation = (words, random) => {
  const at = placeOf(words, random, /^[{;]$/);
  words.splice(at + 1, 0, ` ${statement(random)} `);
};

function statement(random: Random): string {
  return pick(random, statements).replaceAll("EXPRESSION", pick(random, expressions));
}

const whole: Mutation = (words, random, others) => {
  words.push("\n", random.integer(2) === 0 ? pick(random, others) : statement(random));
};

/** The index of a word of this form, 0 if there is none. */
function placeOf(words: readonly string[], random: Random, form: RegExp): number {
  const places = words.flatMap((word, i) => (form.test(word) ? i : []));
  return places.length === 0 ? 0 : pick(random, places);
}

const mutations: readonly Mutation[] = [
  ...[remove, replace, insert, takeOver, takeOver, express, state, state, whole],
];

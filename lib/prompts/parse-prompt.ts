/**
 * A line of English as what a model is told: the words that it knows, those that are not wanted, and those that it does not know. Nothing is
 * guessed: an unknown word means nothing, and is told by its name with near ones.
 *
 *     parsePrompt("a red frut, not green", known)
 *     wanted: red     unwanted: green     unknown: frut (fruit)
 */
import {nearWords} from "../datasets/near-words.js";
import type {PromptTerms, Term} from "./prompt-terms.js";
import {formsOf, wordsOf} from "./prompt-words.js";

export interface Prompt {
  readonly wanted: readonly Understood[];
  readonly unwanted: readonly Understood[];
  readonly unknown: readonly UnknownWord[];
}

export interface Understood {
  /** As it was typed, in small letters. */
  readonly said: string;
  readonly term: Term;
}

export interface UnknownWord {
  readonly said: string;
  /** Nearest first; often none. */
  readonly near: readonly string[];
}

/** For so many unknown words, and none of more letters, near ones are looked for. */
const helped = {words: 8, letters: 24} as const;
/** Near words that are offered. */
const mostNear = 3;

/** Words that say nothing of what is to be seen. */
const fillers = new Set(
  "a an the of in on at to for with and or nor some any very one please me my i want draw make show give coloured colored color colour that this is are it".split(
    " ",
  ),
);
/** Of the picture itself, before what is to be in it. */
const preamble = /\b(pictures?|images?|photos?|drawings?|icons?|emojis?) of\b/giu;
const negations = new Set(["not", "no", "without", "never", "non", "minus", "except"]);

/** Whether the next known word is unwanted, or the last one was, so that an "or" carries that on: "not red or blue". */
type Negation = "none" | "next" | "last";

export function parsePrompt(text: string, known: PromptTerms): Prompt {
  const [wanted, unwanted] = [new Map<Term, string>(), new Map<Term, string>()];
  const unknown = new Set<string>();
  let negation: Negation = "none";
  for (const {said, term} of phrasesOf(wordsOf(text.replace(preamble, " ")), known)) {
    negation = negationAt(said, negation);
    if (term) {
      const words = negation === "next" ? unwanted : wanted;
      if (!words.has(term)) words.set(term, said);
      negation = negation === "next" ? "last" : "none";
    } else if (!isLittle(said)) unknown.add(said);
  }
  return {
    wanted: understood(wanted),
    unwanted: understood(unwanted),
    unknown: [...unknown].map((said, i) => ({
      said,
      near: i < helped.words ? nearTo(said, known) : [],
    })),
  };
}

function negationAt(said: string, negation: Negation): Negation {
  if (negations.has(said)) return "next";
  if (negation !== "last") return negation;
  return said === "or" || said === "nor" ? "next" : "none";
}

interface Phrase {
  readonly said: string;
  /** Missing for a little word, and for an unknown one. */
  readonly term: Term | undefined;
}

/** Word by word, but two together where only they are known: "sea animal". */
function* phrasesOf(words: readonly string[], known: PromptTerms): Generator<Phrase> {
  for (let i = 0; i < words.length; i++) {
    const pair = i + 1 < words.length ? `${words[i]} ${words[i + 1]}` : "";
    const both = termOf(pair, known);
    if (both) i++;
    const said = both ? pair : words[i]!;
    yield {said, term: both ?? (isLittle(said) ? undefined : termOf(said, known))};
  }
}

function isLittle(said: string): boolean {
  return fillers.has(said) || negations.has(said);
}

function termOf(said: string, {byWord}: PromptTerms): Term | undefined {
  for (const word of formsOf(said)) {
    const term = byWord.get(word);
    if (term) return term;
  }
  return undefined;
}

function nearTo(said: string, {terms}: PromptTerms): readonly string[] {
  if (said.length < 2 || said.length > helped.letters) return [];
  return nearWords(
    said,
    terms.map(({name}) => name),
    mostNear,
  );
}

function understood(words: ReadonlyMap<Term, string>): Understood[] {
  return [...words].map(([term, said]) => ({said, term}));
}

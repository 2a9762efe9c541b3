/** Entries of the shelf, and the one way in which they are read, be it from the database or from a file. */
import type {Store} from "./disk.js";
import {type GuessRecord, parseGuess} from "./guess-record.js";
import {type Judgements, parseJudgementList} from "./judgements.js";
import {parseResult} from "./parse-result.js";
import {parseWork} from "./parse-work.js";
import {OwnReading, type Reading} from "./reading.js";
import {parseAnswers, type RecallAnswers} from "./recall-answers.js";
import type {Result} from "./result.js";
import {parseSightings, type Sightings} from "./sightings.js";
import type {Work} from "./work.js";

/** The entries of each store. */
export interface Entries {
  readonly work: Work;
  readonly results: Result;
  readonly recalls: RecallAnswers;
  readonly guesses: GuessRecord;
  readonly judgements: Judgements;
  readonly sightings: Sightings;
}

type Parse<T> = (path: string, value: unknown, reading: Reading) => T;

const parsers: {readonly [S in Store]: Parse<Entries[S]>} = {
  work: parseWork,
  results: parseResult,
  recalls: parseAnswers,
  guesses: parseGuess,
  judgements: parseJudgementList,
  sightings: parseSightings,
};

/** The entry that `value` is. Throws a RangeError that names the field, its value and what is legal there. */
export function parseEntry<S extends Store>(
  store: S,
  path: string,
  value: unknown,
  reading: Reading,
): Entries[S] {
  return parsers[store](path, value, reading);
}

/** The usable part of a kept entry, and what of it cannot be read, in words. */
export interface KeptEntry<S extends Store> {
  readonly entry: Entries[S] | undefined;
  readonly problems: readonly string[];
}

/** Reads what this device has kept under a key; `undefined` is nothing. It never throws. */
export function readEntry<S extends Store>(store: S, value: unknown): KeptEntry<S> {
  if (value === undefined) return {entry: undefined, problems: []};
  const reading = new OwnReading();
  const parse = () => parseEntry(store, entryNames[store], value, reading);
  return {
    entry: reading.attempt<Entries[S] | undefined>(parse, undefined),
    problems: reading.problems,
  };
}

/** How each kind of entry is called in what is said of it. */
export const entryNames: Readonly<Record<Store, string>> = {
  work: "code",
  results: "result",
  recalls: "answers",
  guesses: "guess",
  judgements: "judgements",
  sightings: "digits in noise",
};

const name = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Keys of each store, with an example: exercises, questions, what was guessed, an experiment and its measure, what judges are asked, and where digits were named. */
export const keyForms: Readonly<Record<Store, {readonly form: RegExp; readonly like: string}>> = {
  work: {form: name, like: "softmax-cross-entropy"},
  results: {form: name, like: "softmax-cross-entropy"},
  recalls: {form: name, like: "cross-entropy-zero"},
  guesses: {form: /^[a-z0-9-]+\.[a-zA-Z]+$/, like: "digit-classifier.testAccuracy"},
  judgements: {form: name, like: "real-or-made"},
  sightings: {form: name, like: "who-sees-it-first"},
};

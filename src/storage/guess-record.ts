import {fieldsOf, refuse} from "../lib/field-checks.js";
import {itemsOf, type Reading, unknownDate} from "./reading.js";

/** A curve that the reader drew before a run: its values from the first step to the last, `null` where nothing is drawn. */
export interface GuessRecord {
  readonly values: readonly (number | null)[];
  /** ISO date. */
  readonly at: string;
  /** When the reader first saw how the run went. */
  readonly seenAt?: string;
}

/** The record with another guess. */
export function withGuess(
  old: GuessRecord | undefined,
  values: GuessRecord["values"],
  at: string,
): GuessRecord {
  return {values, at, ...(old?.seenAt && {seenAt: old.seenAt})};
}

/** The record once the truth was shown, of whoever had drawn nothing too. */
export function withTruthSeen(old: GuessRecord | undefined, at: string): GuessRecord {
  const {values = [], at: drawnAt = at, seenAt = at} = old ?? {};
  return {values, at: drawnAt, seenAt};
}

/** Two records of the same guess: ours stays, unless it is empty. */
export function mergeGuesses(ours: GuessRecord | undefined, theirs: GuessRecord): GuessRecord {
  if (!ours) return theirs;
  const isEmpty = ours.values.every((value) => value === null);
  const seenAt = ours.seenAt ?? theirs.seenAt;
  const {values, at} = isEmpty ? theirs : ours;
  return {values, at, ...(seenAt && {seenAt})};
}

/** The record with as many values as a plot now has places: another number of them is another plot's, and says nothing here. */
export function guessOfLength(
  kept: GuessRecord | undefined,
  length: number,
): GuessRecord | undefined {
  if (!kept || kept.values.length === length) return kept;
  return {...kept, values: Array.from({length}, () => null)};
}

const mostValues = 1000;

export function parseGuess(path: string, value: unknown, reading: Reading): GuessRecord {
  const {values, at, seenAt} = fieldsOf(path, value);
  const parse = (name: string, item: unknown) =>
    reading.attempt(() => parseGuessed(name, item), null);
  const isSeen = seenAt !== undefined;
  return {
    values: itemsOf(`${path}.values`, values, mostValues, parse, reading),
    at: reading.attempt(() => reading.date(`${path}.at`, at), unknownDate),
    ...(isSeen && {
      seenAt: reading.attempt(() => reading.date(`${path}.seenAt`, seenAt), unknownDate),
    }),
  };
}

function parseGuessed(path: string, value: unknown): number | null {
  const isGuessed = value === null || Number.isFinite(value);
  return isGuessed ? (value as number | null) : refuse(path, value, "a number, or null");
}

import {fieldsOf, flag} from "../lib/field-checks.js";
import {itemsOf, type Reading} from "./reading.js";

/** An answer that the reader gave to a recall question. */
export interface RecallAnswer {
  /** ISO date. */
  readonly at: string;
  readonly right: boolean;
}

/** Every answer to one question, in the order of time. */
export type RecallAnswers = readonly RecallAnswer[];

/** More than anyone gives to one question. */
const mostAnswers = 10_000;

export function parseAnswers(path: string, value: unknown, reading: Reading): RecallAnswers {
  const parse = (name: string, item: unknown): RecallAnswer => {
    const {at, right} = fieldsOf(name, item);
    return {at: reading.date(`${name}.at`, at), right: flag(`${name}.right`, right)};
  };
  return itemsOf(path, value, mostAnswers, parse, reading);
}

/** Two records of the same question. */
export function mergeAnswers(a: RecallAnswers, b: RecallAnswers): RecallAnswers {
  const times = new Set(a.map(({at}) => at));
  return [...a, ...b.filter(({at}) => !times.has(at))].toSorted(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
}

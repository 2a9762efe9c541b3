import {fieldsOf, flag, refuse, wholeNumber} from "../lib/field-checks.js";
import {parseScore} from "../lib/grading/score.js";
import {type Reading, unknownDate} from "./reading.js";
import type {Result} from "./result.js";

const mostAttempts = 1_000_000;

/** The result that `value` is. Of the device's own one without a readable score is none; attempts and dates can be done without. */
export function parseResult(path: string, value: unknown, reading: Reading): Result {
  const fields = fieldsOf(path, value);
  const {attempts, claimed, solvedAt, solutionSeenAt} = fields;
  const score = parseScore(path, fields);
  const date = (name: string, from = unknownDate, until?: string) => {
    const read = reading.date(`${path}.${name}`, fields[name]);
    const isInOrder = !isBefore(read, from) && !(until && isBefore(until, read));
    const span = until ? `from ${from} to ${until}` : `from ${from} on`;
    return isInOrder ? read : refuse(`${path}.${name}`, read, `a date ${span}`);
  };
  const firstAt = reading.attempt(() => date("firstAt"), unknownDate);
  const lastAt = reading.attempt(() => date("lastAt", firstAt), firstAt);
  const isSolved = solvedAt !== undefined || score.state === "correct";
  const isSeen = solutionSeenAt !== undefined;
  return {
    ...score,
    attempts: reading.attempt(() => wholeNumber(`${path}.attempts`, attempts, 1, mostAttempts), 1),
    firstAt,
    lastAt,
    ...(isSolved && {
      solvedAt: reading.attempt(() => date("solvedAt", firstAt, lastAt), lastAt),
    }),
    ...(isSeen && {
      solutionSeenAt: reading.attempt(() => date("solutionSeenAt", firstAt), firstAt),
    }),
    ...(reading.attempt(() => isClaim(path, claimed), true) && {claimed: true}),
  };
}

function isClaim(path: string, claimed: unknown): boolean {
  return claimed !== undefined && flag(`${path}.claimed`, claimed);
}

function isBefore(date: string, other: string): boolean {
  return Date.parse(date) < Date.parse(other);
}

/** A logbook as one JSON file: what is exported, and what is checked before it is taken in. */
import type {GuessRecord} from "./guess-record.js";
import type {Logbook} from "./logbook.js";
import type {RecallAnswer} from "./recall-answers.js";
import type {Result} from "./result.js";
import {type Draft, type Reason, reasons, type Version, type Work} from "./work.js";

const format = "from-noise-logbook";
const version = 1;
/** In characters: a hundred exercises with all their versions are far smaller. */
const lengthLimit = 20_000_000;
const states = ["incorrect", "partly", "correct", "error", "timed-out"] as const;

/** The file's text. `now` is an ISO date. */
export function logbookFile(logbook: Logbook, now: string): string {
  return `${JSON.stringify({format, version, exportedAt: now, ...logbook}, null, 1)}\n`;
}

/** The logbook in a file. Throws a RangeError that names the field, its value and what is legal there. */
export function parseLogbook(text: string): Logbook {
  if (text.length > lengthLimit) refuse("file", `${text.length} characters`, "20 million at most");
  const file = fields("file", readJson(text));
  if (file.format !== format) refuse("format", file.format, format);
  if (file.version !== version) refuse("version", file.version, String(version));
  return {
    work: entries("work", file.work, parseWork),
    results: entries("results", file.results, parseResult),
    recalls: entries("recalls", file.recalls, (path, value) => list(path, value, parseAnswer)),
    guesses: entries("guesses", file.guesses ?? {}, parseGuess, guessed),
  };
}

function parseWork(path: string, value: unknown): Work {
  const {draft, versions} = fields(path, value);
  return {
    draft: parseDraft(`${path}.draft`, draft),
    versions: list(`${path}.versions`, versions, parseVersion),
  };
}

/** Another editor's undo history is left out: it is not needed, and not to be trusted. */
function parseDraft(path: string, value: unknown): Draft {
  const {text: words, revision, at} = fields(path, value);
  return {
    text: text(`${path}.text`, words),
    revision: text(`${path}.revision`, revision),
    at: date(`${path}.at`, at),
  };
}

function parseVersion(path: string, value: unknown): Version {
  const {text: words, why, at, outcome} = fields(path, value);
  return {
    text: text(`${path}.text`, words),
    why: oneOf(`${path}.why`, why, Object.keys(reasons) as Reason[]),
    at: date(`${path}.at`, at),
    ...(outcome !== undefined && {outcome: text(`${path}.outcome`, outcome)}),
  };
}

function parseResult(path: string, value: unknown): Result {
  const result = fields(path, value);
  const maxPoints = count(`${path}.maxPoints`, result.maxPoints, 10_000);
  const {solvedAt, solutionSeenAt} = result;
  return {
    state: oneOf(`${path}.state`, result.state, states),
    points: count(`${path}.points`, result.points, maxPoints),
    maxPoints,
    attempts: count(`${path}.attempts`, result.attempts, 1e9),
    firstAt: date(`${path}.firstAt`, result.firstAt),
    lastAt: date(`${path}.lastAt`, result.lastAt),
    ...(solvedAt !== undefined && {solvedAt: date(`${path}.solvedAt`, solvedAt)}),
    ...(solutionSeenAt !== undefined && {
      solutionSeenAt: date(`${path}.solutionSeenAt`, solutionSeenAt),
    }),
  };
}

function parseAnswer(path: string, value: unknown): RecallAnswer {
  const {at, right} = fields(path, value);
  if (typeof right !== "boolean") refuse(`${path}.right`, right, "true or false");
  return {at: date(`${path}.at`, at), right};
}

function parseGuess(path: string, value: unknown): GuessRecord {
  const {values, at, seenAt} = fields(path, value);
  return {
    values: list(`${path}.values`, values, parseGuessed),
    at: date(`${path}.at`, at),
    ...(seenAt !== undefined && {seenAt: date(`${path}.seenAt`, seenAt)}),
  };
}

function parseGuessed(path: string, value: unknown): number | null {
  const isGuessed = value === null || Number.isFinite(value);
  return isGuessed ? (value as number | null) : refuse(path, value, "a number, or null");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("file", text.slice(0, 40), "JSON that this course has exported");
  }
}

type Parse<T> = (path: string, value: unknown) => T;

/** Names of exercises and questions. */
const name = {pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, like: "softmax-cross-entropy"};
/** Names of what was guessed: an experiment and its measure. */
const guessed = {pattern: /^[a-z0-9-]+\.[a-zA-Z]+$/, like: "digit-classifier.testAccuracy"};

function entries<T>(
  path: string,
  value: unknown,
  parse: Parse<T>,
  {pattern, like} = name,
): Record<string, T> {
  const parsed = Object.entries(fields(path, value)).map(([key, entry]) => {
    if (!pattern.test(key)) refuse(path, key, `names like ${like}`);
    return [key, parse(`${path}.${key}`, entry)];
  });
  return Object.fromEntries(parsed);
}

function fields(path: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    refuse(path, value, "an object");
  return value as Record<string, unknown>;
}

function list<T>(path: string, value: unknown, parse: Parse<T>): T[] {
  if (!Array.isArray(value)) return refuse(path, value, "a list");
  return value.map((each, i) => parse(`${path}[${i}]`, each));
}

function text(path: string, value: unknown): string {
  return typeof value === "string" ? value : refuse(path, value, "a text");
}

function date(path: string, value: unknown): string {
  const isDate = typeof value === "string" && !Number.isNaN(Date.parse(value));
  return isDate ? value : refuse(path, value, "a date like 2026-11-25T12:00:00Z");
}

function count(path: string, value: unknown, max: number): number {
  const isCount = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
  return isCount ? (value as number) : refuse(path, value, `a whole number from 0 to ${max}`);
}

function oneOf<T extends string>(path: string, value: unknown, legal: readonly T[]): T {
  return legal.includes(value as T)
    ? (value as T)
    : refuse(path, value, `one of ${legal.join(", ")}`);
}

function refuse(path: string, value: unknown, legal: string): never {
  throw new RangeError(`invalid ${path}: ${JSON.stringify(value)} (${legal})`);
}

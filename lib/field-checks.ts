/**
 * Checks of data that came from outside: a file, a database. Each gives the value in its type or throws a RangeError with its path,
 * the value and what is legal there: `invalid draft.text: 7 (a text)`.
 */
import {shownValue} from "./shown-value.js";

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(path: string, value: unknown): Fields {
  const isPlain = Object.prototype.toString.call(value) === "[object Object]";
  return isPlain ? (value as Fields) : refuse(path, value, "an object");
}

/** A list of at most `most` items. */
export function listOf(path: string, value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value)) return refuse(path, value, "a list");
  if (value.length > most) refuseSize(path, `${value.length} items`, most);
  return value;
}

/** A text of at most `most` characters. */
export function textOf(path: string, value: unknown, most: number): string {
  if (typeof value !== "string") return refuse(path, value, "a text");
  if (value.length > most) refuseSize(path, `${value.length} characters`, most);
  return value;
}

const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** An ISO date of this calendar, as `toISOString` writes it. */
export function dateOf(path: string, value: unknown): string {
  const isDate = typeof value === "string" && value.length < 30 && isoDate.test(value);
  const legal = isDate && sameDay(value);
  return legal ? value : refuse(path, value, "a date like 2026-11-25T12:00:00.000Z");
}

/** Engines read 2026-02-31 as a day of March. */
function sameDay(date: string): boolean {
  const ms = Date.parse(date);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date.slice(0, 10);
}

export function wholeNumber(path: string, value: unknown, min: number, max: number): number {
  const isLegal = Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  return isLegal ? (value as number) : refuse(path, value, `a whole number from ${min} to ${max}`);
}

export function flag(path: string, value: unknown): boolean {
  return typeof value === "boolean" ? value : refuse(path, value, "true or false");
}

export function oneOf<T extends string>(path: string, value: unknown, legal: readonly T[]): T {
  return legal.includes(value as T)
    ? (value as T)
    : refuse(path, value, legal.length > 0 ? `one of ${legal.join(", ")}` : "none is legal here");
}

export function refuse(path: string, value: unknown, legal: string): never {
  throw new RangeError(`invalid ${path}: ${shownValue(value)} (${legal})`);
}

/** Refuses what is too large to be shown; `size` is how large it is, in words. */
export function refuseSize(path: string, size: string, most: number): never {
  throw new RangeError(`invalid ${path}: ${size} (at most ${most})`);
}

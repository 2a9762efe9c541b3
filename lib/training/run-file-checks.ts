/** Checks of what stands in a run file. Each returns the value in its type or throws `BadRunFile`. */

/** A file that is no run of this course: what is wrong, the value and the legal set. */
export class BadRunFile extends Error {
  constructor(wrong: string) {
    super(`invalid run file: ${wrong}`);
    this.name = "BadRunFile";
  }
}

export type Json = Readonly<Record<string, unknown>>;

/** Throws a `BadRunFile` with the words of `wrong` unless `right`. */
export function check(right: boolean, wrong: () => string): void {
  if (!right) throw new BadRunFile(wrong());
}

/** What `work` gives; its error becomes a `BadRunFile`. */
export function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof BadRunFile ? error : new BadRunFile((error as Error).message);
  }
}

/** The object that `text` is as JSON. */
export function parseJson(text: string): Json {
  return attempt(() => recordOf("file", JSON.parse(text)));
}

/** `value`, if it is an object; `name` is what an error calls it, here and below. */
export function recordOf(name: string, value: unknown): Json {
  const legal = typeof value === "object" && value !== null && !Array.isArray(value);
  check(legal, () => `${name} ${show(value)} (an object)`);
  return value as Json;
}

/** `value`, if it is a list. */
export function listOf(name: string, value: unknown): readonly unknown[] {
  check(Array.isArray(value), () => `${name} ${show(value)} (a list)`);
  return value as readonly unknown[];
}

/** `value`, if it is a whole number from `min` to `max`. */
export function wholeNumber(name: string, value: unknown, min: number, max: number): number {
  const legal = Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;
  check(legal, () => `${name} ${show(value)} (a whole number from ${min} to ${max})`);
  return value as number;
}

/** `value`, if it is a finite number. */
export function finite(name: string, value: unknown): number {
  check(Number.isFinite(value), () => `${name} ${show(value)} (a finite number)`);
  return value as number;
}

/** `value`, if it is one of `legal`. */
export function oneOf<T extends string>(name: string, value: unknown, legal: readonly T[]): T {
  check(
    legal.includes(value as T),
    () => `unknown ${name}: ${show(value)} (one of ${legal.join(", ")})`,
  );
  return value as T;
}

/** The record with `map` of each of its values under the same name. */
export function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  map: (value: T, name: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([k, value]) => [k, map(value, k)]));
}

/** A value for a message: short, whatever it is. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

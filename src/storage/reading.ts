import {dateOf, listOf, refuse} from "../lib/field-checks.js";

/** How an entry is read: a file's is refused at the first trouble, the device's own is used without what cannot be read. */
export interface Reading {
  /** Gives the result of `read`. Its error is thrown on, or noted and `otherwise` taken. */
  attempt<T>(read: () => T, otherwise: T): T;
  date(path: string, value: unknown): string;
  /** Whether an editor's undo history is read: another device's is not needed, and not to be trusted. */
  readonly keepsHistory: boolean;
}

/** Stands where a date could not be read. */
export const unknownDate = new Date(0).toISOString();

const msPerDay = 86_400_000;
const firstYear = Date.UTC(2020);

/** Reads what came from elsewhere: all of it is right, and no date lies in the future, or it is refused. */
export function fileReading(nowMs: number): Reading {
  return {
    keepsHistory: false,
    attempt: (read) => read(),
    date(path, value) {
      const date = dateOf(path, value);
      if (date === unknownDate) return date;
      const ms = Date.parse(date);
      const isSane = ms >= firstYear && ms <= nowMs + msPerDay;
      return isSane ? date : refuse(path, value, "a date from 2020 until today");
    },
  };
}

/** Reads what this device has kept, and notes what of it cannot be read. A clock that was wrong once is no damage. */
export class OwnReading implements Reading {
  readonly keepsHistory = true;
  readonly problems: string[] = [];

  attempt<T>(read: () => T, otherwise: T): T {
    try {
      return read();
    } catch (error) {
      this.problems.push(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  }

  date(path: string, value: unknown): string {
    return dateOf(path, value);
  }
}

/** The items of a list, each by `parse`; the newest are last, and stay where there are more than `most`. */
export function itemsOf<T>(
  path: string,
  value: unknown,
  most: number,
  parse: (path: string, item: unknown) => T,
  reading: Reading,
): readonly T[] {
  const newest = Array.isArray(value) ? value.slice(-most) : [];
  const items = Array.from(reading.attempt(() => listOf(path, value, most), newest));
  return items.flatMap((item, i) => reading.attempt(() => [parse(`${path}[${i}]`, item)], []));
}

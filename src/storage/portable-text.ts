import {shownValue} from "../lib/shown-value.js";

/** Characters of one entry that was set aside: a file with more would be too large to be read again. */
export const asideLimit = 4_000_000;

/**
 * Whatever lies in a database, as text for a file: JSON where it can be, with a word in the place of what has no JSON. A text is
 * itself, so that it stays the same when it goes from file to database and back.
 */
export function portableText(value: unknown): string {
  const text = typeof value === "string" ? value : jsonOf(value);
  if (text.length <= asideLimit) return text;
  return `${text.slice(0, asideLimit - 100)}… (${text.length} characters in all)`;
}

function jsonOf(value: unknown): string {
  const above: object[] = [];
  try {
    return JSON.stringify(value, replacer(above)) ?? shownValue(value);
  } catch {
    return shownValue(value, 10_000); // lists in lists beyond the engine's depth
  }
}

/** `above` is the way from the root to what is being written. */
function replacer(above: object[]) {
  return function (this: object, _: string, value: unknown): unknown {
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (typeof value === "bigint" || typeof value === "number") return numberOf(value);
    if (typeof value !== "object" || value === null) return value;
    if (above.includes(value)) return "(a cycle)";
    above.push(value);
    return plainOf(value);
  };
}

function numberOf(value: bigint | number): unknown {
  return Number.isFinite(value) ? value : String(value);
}

function plainOf(value: object): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return {kind: shownValue(value), values: Array.from(value as unknown as ArrayLike<number>)};
  if (value instanceof Map || value instanceof Set)
    return {kind: shownValue(value), values: Array.from(value as Iterable<unknown>)};
  const isPlain =
    Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";
  return isPlain ? value : shownValue(value);
}

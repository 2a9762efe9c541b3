/** A value as a reader sees it: in messages, failing inputs and the console. Written with captured built-ins, because it
 * also runs beside learner code. */
import {
  getOwnPropertyDescriptor,
  hasOwn,
  isArray,
  lengthOfTyped,
  ownKeys,
  rounded,
  toJson,
  typedName,
} from "./captured.js";
import {nameLimit, shorten} from "./shorten.js";

const lengthLimit = 600;
const depthLimit = 4;

/** `value` on one line, numbers to six digits. Lists of lists of numbers take a line for each row. */
export function show(value: unknown): string {
  const text = isMatrix(value) ? showRows(value) : showAt(value, 0);
  return shorten(text, lengthLimit);
}

/** -0 is told from 0. */
export function showNumber(value: number): string {
  if (value === 0) return 1 / value < 0 ? "-0" : "0";
  return `${rounded(value, 6)}`;
}

function showAt(value: unknown, depth: number): string {
  if (typeof value === "number") return showNumber(value);
  if (typeof value === "string") return toJson(shorten(value, lengthLimit));
  if (typeof value === "symbol") return "a symbol";
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return showBigint(value);
  if (typeof value !== "object" || value === null) return `${value}`;
  if (depth >= depthLimit) return "…";
  if (isArray(value)) return showList(value, value.length, depth);
  if (typedName(value) !== undefined)
    return showList(value as unknown as readonly unknown[], lengthOfTyped(value), depth);
  return showObject(value, depth);
}

/** Not one of a million digits, which would take seconds to write. */
function showBigint(value: bigint): string {
  const limit = 10n ** 40n;
  return value < limit && value > -limit ? `${value}n` : "a bigint of more than 40 digits";
}

function showList(list: readonly unknown[], length: number, depth: number): string {
  let text = "";
  for (let i = 0; i < length && text.length <= lengthLimit; i++)
    text += (i > 0 ? ", " : "") + showProperty(list, i, depth);
  return `[${text}]`;
}

function showObject(value: object, depth: number): string {
  const keys = ownKeys(value);
  let text = "";
  for (let i = 0; i < keys.length && text.length <= lengthLimit; i++) {
    const key = keys[i]!;
    if (typeof key === "string")
      text += `${text === "" ? "" : ", "}${shorten(key, nameLimit)}: ${showProperty(value, key, depth)}`;
  }
  return `{${text}}`;
}

/** Getters are named, not called. */
function showProperty(owner: object, key: PropertyKey, depth: number): string {
  const property = getOwnPropertyDescriptor(owner, key);
  if (property && !hasOwn(property, "value")) return "a getter";
  return showAt(property?.value, depth + 1);
}

function isMatrix(value: unknown): value is readonly (readonly number[])[] {
  if (!isArray(value) || value.length < 2) return false;
  for (let i = 0; i < value.length; i++) {
    const row = getOwnPropertyDescriptor(value, i)?.value;
    if (!isArray(row) || row.length === 0) return false;
    for (let j = 0; j < row.length; j++)
      if (typeof getOwnPropertyDescriptor(row, j)?.value !== "number") return false;
  }
  return true;
}

function showRows(rows: readonly (readonly number[])[]): string {
  let text = "";
  for (let i = 0; i < rows.length && text.length <= lengthLimit; i++)
    text += (i > 0 ? ",\n " : "") + showAt(rows[i], 1);
  return `[${text}]`;
}

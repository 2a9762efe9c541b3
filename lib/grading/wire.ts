/**
 * Values as text: all that ever crosses between the grader and learner code. Text carries no getter, proxy, function or
 * prototype from one realm to the other. It is JSON in which `{"n": "-0"}` is a number that JSON has not, `{"u": 0}` is
 * undefined, `{"o": [[key, value], …]}` an object and `{"t": "Float32Array", "v": […]}` a typed array.
 * Written with captured built-ins, because it also runs beside learner code.
 */
import {
  append,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  isArray,
  isFiniteNumber,
  lengthOfTyped,
  objectPrototype,
  ownKeys,
  setOwn,
  type TypedName,
  toJson,
  typedArrays,
  typedName,
} from "./captured.js";
import {nameLimit, shorten} from "./shorten.js";

const depthLimit = 20;
/** Together they stay well below the limit of a message. */
const countLimit = 100_000;
const charactersLimit = 2 ** 20;

/** The text, or why there is none. */
export type Encoded = {readonly text: string} | {readonly refused: string};

/** Where a value lies, from the inside out. It becomes words only when something is refused. */
interface Place {
  readonly owner: Place | undefined;
  /** A number is an index. */
  readonly name: string | number;
}

/** Encodes plain data: numbers, strings, booleans, null, undefined, lists, plain objects and typed arrays. `name` is what a
 * refusal calls the value. */
export function encode(value: unknown, name: string): Encoded {
  let refused = "";
  let count = 0;
  let characters = 0;
  const refuse = (why: string) => {
    if (refused === "") refused = why;
    return "null";
  };
  const tooMany = (more: number) => {
    count += more;
    return count > countLimit;
  };
  const write = (value: unknown, place: Place, depth: number): string => {
    if (refused !== "") return "null";
    if (tooMany(1)) return refuse(manyValues);
    if (typeof value === "number") return writeNumber(value);
    if (typeof value === "string") return writeText(value);
    if (typeof value === "boolean") return value ? "true" : "false";
    if (value === null) return "null";
    if (value === undefined) return '{"u":0}';
    if (typeof value !== "object") return refuse(`${inWords(place)} is a ${typeof value}`);
    if (depth > depthLimit)
      return refuse(`it is nested deeper than ${depthLimit} levels. Does it contain itself?`);
    if (isArray(value)) return `[${writeList(value, place, depth)}]`;
    const typed = typedName(value);
    if (typed !== undefined) return writeTyped(value, typed, place);
    return writeObject(value, place, depth);
  };
  const writeText = (text: string) => {
    // Before it is escaped, and once more after.
    if (characters + text.length > charactersLimit) return refuse(longTexts);
    const written = toJson(text);
    characters += written.length;
    return characters > charactersLimit ? refuse(longTexts) : written;
  };
  const writeProperty = (owner: object, key: string | number, place: Place, depth: number) => {
    const property = getOwnPropertyDescriptor(owner, key);
    const isGetter = property && !hasOwn(property, "value");
    const inside = {owner: place, name: key};
    return isGetter
      ? refuse(`${inWords(inside)} is a getter`)
      : write(property?.value, inside, depth + 1);
  };
  const writeList = (list: readonly unknown[], place: Place, depth: number) => {
    let text = "";
    for (let i = 0; i < list.length && refused === ""; i++)
      text += (i > 0 ? "," : "") + writeProperty(list, i, place, depth);
    return text;
  };
  const writeTyped = (value: object, name: string, place: Place) => {
    if (!hasOwn(typedArrays, name)) return refuse(`${inWords(place)} is a ${name}`);
    const numbers = value as Float64Array;
    const length = lengthOfTyped(value);
    if (tooMany(length)) return refuse(manyValues);
    let text = "";
    for (let i = 0; i < length; i++) text += (i > 0 ? "," : "") + writeNumber(numbers[i]!);
    return `{"t":"${name}","v":[${text}]}`;
  };
  const writeObject = (value: object, place: Place, depth: number) => {
    const prototype = getPrototypeOf(value);
    if (prototype !== null && prototype !== objectPrototype)
      return refuse(`${inWords(place)} is neither a list nor a plain object`);
    const keys = ownKeys(value);
    let text = "";
    for (let i = 0; i < keys.length && refused === ""; i++) {
      const key = keys[i]!;
      if (typeof key === "symbol") return refuse(`${inWords(place)} has a symbol for a key`);
      text += `${i > 0 ? "," : ""}[${writeText(key)},${writeProperty(value, key, place, depth)}]`;
    }
    return `{"o":[${text}]}`;
  };
  const text = write(value, {owner: undefined, name}, 0);
  return refused === "" ? {text} : {refused};
}

const manyValues = `it holds more than ${countLimit} values`;
const longTexts = `its texts have more than ${charactersLimit} characters`;

function inWords({owner, name}: Place): string {
  if (typeof name === "number") return `${inWords(owner!)}[${name}]`;
  return owner ? inWords(owner) + shorten(`.${name}`, nameLimit) : shorten(name, nameLimit);
}

function writeNumber(value: number): string {
  if (!isFiniteNumber(value) || (value === 0 && 1 / value < 0))
    return `{"n":"${value === 0 ? "-0" : value}"}`;
  return `${value}`;
}

/** The value whose text was read as the JSON `parsed`. Throws a RangeError for what `encode` never writes. */
export function decode(parsed: unknown): unknown {
  if (typeof parsed !== "object" || parsed === null) return parsed;
  if (isArray(parsed)) return decodeList(parsed);
  if (hasOwn(parsed, "u")) return undefined;
  if (hasOwn(parsed, "n")) return decodeNumber((parsed as {n: unknown}).n);
  if (hasOwn(parsed, "t")) return decodeTyped(parsed as {t: TypedName; v: readonly unknown[]});
  if (hasOwn(parsed, "o")) return decodeObject((parsed as {o: readonly Entry[]}).o);
  throw new RangeError("invalid value on the wire");
}

type Entry = readonly [key: string, value: unknown];

function decodeList(list: readonly unknown[]): unknown[] {
  if (isOfNumbers(list)) return list as unknown[];
  const decoded: unknown[] = [];
  for (let i = 0; i < list.length; i++) append(decoded, decode(list[i]));
  return decoded;
}

/** Whether it was read as it is. Most lists are. */
function isOfNumbers(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i++) if (typeof list[i] !== "number") return false;
  return true;
}

function decodeNumber(text: unknown): number {
  if (text === "NaN") return 0 / 0;
  if (text === "Infinity") return 1 / 0;
  if (text === "-Infinity") return -1 / 0;
  return -0;
}

function decodeTyped({t, v}: {t: TypedName; v: readonly unknown[]}): unknown {
  // A length is not believed: only what came is made room for.
  if (!hasOwn(typedArrays, t) || !isArray(v))
    throw new RangeError("invalid typed array on the wire");
  const decoded = new typedArrays[t](v.length);
  for (let i = 0; i < v.length; i++) decoded[i] = decode(v[i]) as number;
  return decoded;
}

function decodeObject(entries: readonly Entry[]): object {
  if (!isArray(entries)) throw new RangeError("invalid object on the wire");
  const decoded = {};
  for (let i = 0; i < entries.length; i++) setOwn(decoded, entries[i]![0], decode(entries[i]![1]));
  return decoded;
}

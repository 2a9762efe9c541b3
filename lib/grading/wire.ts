/**
 * Values as text: all that ever crosses between the judge and learner code. Text carries no getter, proxy, function or
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

const depthLimit = 20;
const countLimit = 1_000_000;

/** The text, or why there is none. */
export type Encoded = {readonly text: string} | {readonly refused: string};

/** Encodes plain data: numbers, strings, booleans, null, undefined, lists, plain objects and typed arrays. `path` is what
 * a refusal calls the value. */
export function encode(value: unknown, path: string): Encoded {
  let refused = "";
  let count = 0;
  const refuse = (why: string) => {
    if (refused === "") refused = why;
    return "null";
  };
  const write = (value: unknown, path: string, depth: number): string => {
    if (refused !== "") return "null";
    if (++count > countLimit) return refuse(`it holds more than ${countLimit} values`);
    if (typeof value === "number") return writeNumber(value);
    if (typeof value === "string") return toJson(value);
    if (typeof value === "boolean") return value ? "true" : "false";
    if (value === null) return "null";
    if (value === undefined) return '{"u":0}';
    if (typeof value !== "object") return refuse(`${path} is a ${typeof value}`);
    if (depth > depthLimit)
      return refuse(`it is nested deeper than ${depthLimit} levels. Does it contain itself?`);
    if (isArray(value)) return `[${writeList(value, path, depth)}]`;
    const typed = typedName(value);
    if (typed !== undefined) return writeTyped(value, typed, path);
    return writeObject(value, path, depth);
  };
  const writeProperty = (owner: object, key: PropertyKey, path: string, depth: number) => {
    const property = getOwnPropertyDescriptor(owner, key);
    if (property && !hasOwn(property, "value")) return refuse(`${path} is a getter`);
    return write(property?.value, path, depth + 1);
  };
  const writeList = (list: readonly unknown[], path: string, depth: number) => {
    let text = "";
    for (let i = 0; i < list.length && refused === ""; i++)
      text += (i > 0 ? "," : "") + writeProperty(list, i, `${path}[${i}]`, depth);
    return text;
  };
  const writeTyped = (value: object, name: string, path: string) => {
    if (!(name in typedArrays)) return refuse(`${path} is a ${name}`);
    const numbers = value as Float64Array;
    const length = lengthOfTyped(value);
    count += length;
    if (count > countLimit) return refuse(`it holds more than ${countLimit} values`);
    let text = "";
    for (let i = 0; i < length; i++) text += (i > 0 ? "," : "") + writeNumber(numbers[i]!);
    return `{"t":"${name}","v":[${text}]}`;
  };
  const writeObject = (value: object, path: string, depth: number) => {
    const prototype = getPrototypeOf(value);
    if (prototype !== null && prototype !== objectPrototype)
      return refuse(`${path} is neither a list nor a plain object`);
    const keys = ownKeys(value);
    let text = "";
    for (let i = 0; i < keys.length && refused === ""; i++) {
      const key = keys[i]!;
      if (typeof key === "symbol") return refuse(`${path} has a symbol for a key`);
      const written = writeProperty(value, key, `${path}.${key}`, depth);
      text += `${i > 0 ? "," : ""}[${toJson(key)},${written}]`;
    }
    return `{"o":[${text}]}`;
  };
  const text = write(value, path, 0);
  return refused === "" ? {text} : {refused};
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
  const decoded: unknown[] = [];
  for (let i = 0; i < list.length; i++) append(decoded, decode(list[i]));
  return decoded;
}

function decodeNumber(text: unknown): number {
  if (text === "NaN") return 0 / 0;
  if (text === "Infinity") return 1 / 0;
  if (text === "-Infinity") return -1 / 0;
  return -0;
}

function decodeTyped({t, v}: {t: TypedName; v: readonly unknown[]}): unknown {
  if (!(t in typedArrays)) throw new RangeError("invalid typed array on the wire");
  const decoded = new typedArrays[t](v.length);
  for (let i = 0; i < v.length; i++) decoded[i] = decode(v[i]) as number;
  return decoded;
}

function decodeObject(entries: readonly Entry[]): object {
  const decoded = {};
  for (let i = 0; i < entries.length; i++) setOwn(decoded, entries[i]![0], decode(entries[i]![1]));
  return decoded;
}

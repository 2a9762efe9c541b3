/**
 * Built-in functions as they were when this module was loaded. What is written with them and with plain syntax goes on
 * working when learner code has since replaced `Array.prototype`, `JSON` or `Function.prototype.call`.
 */
export const {apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys} =
  Reflect;
export const {isArray} = Array;
export const {hasOwn} = Object;
const {create} = Object;
export const {isFinite: isFiniteNumber} = Number;
export const {parse: parseJson, stringify: toJson} = JSON;
export const objectPrototype = Object.prototype;

const {slice: sliceText} = String.prototype;
const {toPrecision} = Number.prototype;
const {then: promiseThen} = Promise.prototype;
const typedArray = Reflect.getPrototypeOf(Uint8Array.prototype)!;
const typeTag = Reflect.getOwnPropertyDescriptor(typedArray, Symbol.toStringTag)!.get!;
const typedLength = Reflect.getOwnPropertyDescriptor(typedArray, "length")!.get!;

/** The kinds of typed arrays that may cross between realms. */
export const typedArrays = {
  // No prototype, so that a look-up finds only these.
  __proto__: null,
  Float32Array,
  Float64Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8Array,
  Uint8ClampedArray,
  Uint16Array,
  Uint32Array,
} as const;
export type TypedName = Exclude<keyof typeof typedArrays, "__proto__">;

/** "Float32Array" and so on; `undefined` for what is no typed array. */
export function typedName(value: object): string | undefined {
  return apply(typeTag, value, []) as string | undefined;
}

/** The number of elements of a typed array. */
export function lengthOfTyped(value: object): number {
  return apply(typedLength, value, []) as number;
}

/** The first `length` characters. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : (apply(sliceText, text, [0, length]) as string);
}

/** `value` to `digits` significant digits, without needless zeros. */
export function rounded(value: number, digits: number): number {
  return +(apply(toPrecision, value, [digits]) as string);
}

/** Calls one of the two when `value` settles. Whether it is a promise at all. */
export function whenSettled(
  value: unknown,
  fulfilled: (value: unknown) => void,
  rejected: (reason: unknown) => void,
): boolean {
  try {
    apply(promiseThen, value, [fulfilled, rejected]);
    return true;
  } catch {
    return false;
  }
}

/** An object without a prototype. */
export function bareObject(): Record<string, unknown> {
  return create(null) as Record<string, unknown>;
}

/** Appends without asking `Array.prototype`, which may hold setters. */
export function append<T>(list: T[], value: T): void {
  setOwn(list, list.length, value);
}

/** Defines a plain property, whatever the prototype says. */
export function setOwn(target: object, key: PropertyKey, value: unknown): void {
  defineProperty(target, key, {
    // @ts-expect-error No prototype, so that no patched `get` or `set` is found.
    __proto__: null,
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

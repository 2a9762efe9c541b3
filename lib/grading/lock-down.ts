/**
 * Leaves learner code the language and nothing else: no network, storage, timers, messages, threads, shared memory or
 * code made of text. Runs once, before any learner code.
 */
const language = new Set<PropertyKey>([
  ...["globalThis", "undefined", "NaN", "Infinity", "isNaN", "isFinite", "parseInt", "parseFloat"],
  ...["Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "BigInt", "Math"],
  ...["JSON", "Reflect", "Proxy", "Promise", "Map", "Set", "WeakMap", "WeakSet", "Date", "RegExp"],
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError"],
  ...["TypeError", "URIError", "ArrayBuffer", "DataView", "Iterator", "Intl"],
  ...["Float32Array", "Float64Array", "Int8Array", "Int16Array", "Int32Array", "BigInt64Array"],
  ...["Uint8Array", "Uint8ClampedArray", "Uint16Array", "Uint32Array", "BigUint64Array"],
  ...["encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent"],
]);

/** Takes everything but the language away from `globalThis`. */
export function lockDown(): void {
  for (
    let owner: object | null = globalThis;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner)
  )
    for (const key of Reflect.ownKeys(owner)) if (!language.has(key)) take(owner, key);
  forbidCodeFromText();
  // Its argument would hold the frames of our own functions.
  freezeProperty(Error, "prepareStackTrace", undefined);
}

/** What cannot be deleted is hidden behind `undefined`, on the global object itself. */
function take(owner: object, key: PropertyKey): void {
  if (key === "constructor" || key === Symbol.toStringTag) return;
  if (!Reflect.deleteProperty(owner, key) || key in globalThis)
    Reflect.defineProperty(globalThis, key, {value: undefined});
}

/** `eval` is gone with the other globals; every function still leads to the constructor of its kind. */
function forbidCodeFromText(): void {
  function refuse(): never {
    throw new TypeError("code made of text is not allowed in an exercise");
  }
  refuse.prototype = Function.prototype; // for `instanceof`
  const kinds = [() => 0, async () => 0, function* () {}, async function* () {}];
  for (const kind of kinds) freezeProperty(Object.getPrototypeOf(kind), "constructor", refuse);
  Reflect.defineProperty(globalThis, "Function", {value: refuse});
}

function freezeProperty(owner: object, key: PropertyKey, value: unknown): void {
  Reflect.defineProperty(owner, key, {value, writable: false, configurable: false});
}

/**
 * Leaves learner code the language and nothing else: no clock, no timer, no code made of text. The engine has neither network
 * nor storage; a clock would make a verdict depend on more than its seed. Runs once, before any learner code.
 */
const language = new Set<PropertyKey>([
  ...["globalThis", "undefined", "NaN", "Infinity", "isNaN", "isFinite", "parseInt", "parseFloat"],
  ...["Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "BigInt", "Math"],
  ...["JSON", "Reflect", "Proxy", "Promise", "Map", "Set", "WeakMap", "WeakSet", "RegExp"],
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError"],
  ...["TypeError", "URIError", "ArrayBuffer", "DataView", "Iterator"],
  ...["Float32Array", "Float64Array", "Int8Array", "Int16Array", "Int32Array", "BigInt64Array"],
  ...["Uint8Array", "Uint8ClampedArray", "Uint16Array", "Uint32Array", "BigUint64Array"],
  ...["encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent"],
]);

/** Takes everything but the language away from `globalThis`. */
export function lockDown(): void {
  for (const key of Reflect.ownKeys(globalThis))
    if (!language.has(key)) Reflect.deleteProperty(globalThis, key);
  forbidCodeFromText();
  // Its argument would hold the frames of our own functions.
  freezeProperty(Error, "prepareStackTrace", undefined);
  // QuickJS looks it up for every template literal, also for those of the program beside learner code.
  freezeProperty(String.prototype, "concat", String.prototype.concat);
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

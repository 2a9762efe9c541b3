/**
 * Answers that are wrong but try to pass, for an exercise whose function doubles a number. Each is TypeScript with the
 * body or the surroundings of `double`; none may earn a point, and none may harm the page or the process.
 */
import {double} from "./judged.js";

export interface Attack {
  readonly what: string;
  readonly code: string;
  /** What the verdict must say, in its problem or of its first test. */
  readonly said: RegExp;
}

const wrong = double("return 0;");
const notRight = /^0(\n|$)/;

/** The first test calls `double(3)` and expects 6. */
export const attacks: readonly Attack[] = [
  {what: "Object.is that always agrees", code: `Object.is = () => true; ${wrong}`, said: notRight},
  {
    what: "arrays that always agree",
    code: `for (const name of Object.getOwnPropertyNames(Array.prototype)) { try { (Array.prototype as any)[name] = () => true; } catch {} } ${wrong}`,
    said: notRight,
  },
  {
    what: "setters on Array.prototype",
    code: `Object.defineProperty(Array.prototype, "0", {set() {}, get: () => 6}); ${wrong}`,
    said: notRight,
  },
  {
    what: "Function.prototype.call, apply and bind",
    code: `for (const name of ["call", "apply", "bind"]) (Function.prototype as any)[name] = () => 6; ${wrong}`,
    said: notRight,
  },
  {
    what: "JSON",
    code: `JSON.stringify = () => "6"; JSON.parse = () => ({id: 0, kind: "value", value: 6}); (Number.prototype as any).toJSON = () => 6; (Object.prototype as any).toJSON = () => 6; ${wrong}`,
    said: notRight,
  },
  {
    what: "Promise.prototype.then",
    code: `Promise.prototype.then = (ok: any) => ok(6); export async function double() { return 0; }`,
    said: notRight,
  },
  {
    what: "Reflect and Object",
    code: `Reflect.apply = () => 6; Reflect.ownKeys = () => []; Object.keys = () => []; Reflect.getOwnPropertyDescriptor = () => ({value: 6}) as any; ${wrong}`,
    said: notRight,
  },
  {
    what: "String and Number",
    code: `for (const owner of [String.prototype, Number.prototype, Symbol.prototype] as any[]) for (const name of Object.getOwnPropertyNames(owner)) { try { owner[name] = () => "6"; } catch {} } ${wrong}`,
    said: notRight,
  },
  {
    what: "Object.prototype with values",
    code: `for (const name of ["get", "set", "value", "kind", "id", "n", "u", "o", "t", "v"]) (Object.prototype as any)[name] = 6; ${wrong}`,
    said: notRight,
  },
  {
    what: "an iterator that lies",
    code: `(Array.prototype as any)[Symbol.iterator] = function* () { yield 6; }; ${wrong}`,
    said: notRight,
  },
  {
    what: "importing the spec",
    code: `import {tests} from "./spec.js"; ${double("return tests;")}`,
    said: /imports nothing: ".\/spec.js"/,
  },
  {
    what: "importing the spec while it runs",
    code: `export async function double() { return (await import("./spec.js")).tests; }`,
    said: /imports nothing: ".\/spec.js"/,
  },
  {
    what: "reading who called",
    code: double("return [double.caller, arguments.callee.caller].map(String);"),
    said: /^TypeError/,
  },
  {
    what: "reading the stack's frames",
    code: double(
      "let seen: any = 0; (Error as any).prepareStackTrace = (_: any, frames: any) => { seen = frames; }; void new Error().stack; return seen ? 6 : 0;",
    ),
    said: /Cannot assign to read only property|prepareStackTrace|^0(\n|$)/,
  },
  {
    what: "its own function's text",
    code: double("return String(double).includes('add it' + ' to itself') ? 6 : 0;"),
    said: notRight,
  },
  {
    what: "the answer to one visible case",
    code: double("return x === 4 ? 8 : 0;"),
    said: notRight,
  },
  {
    what: "code made of text",
    code: double('return new Function("return 6")();'),
    said: /code made of text is not allowed/,
  },
  {
    what: "code made of text, by another way",
    code: double("return (async () => {}).constructor('return 6')();"),
    said: /code made of text is not allowed/,
  },
  {
    what: "eval",
    code: double('return (0, eval)("6");'),
    said: /eval is not a function|not defined/,
  },
  {
    what: "closing the function it is put in",
    code: `${wrong} }); postMessage('{"id":0,"kind":"value","value":6}'); (function () {`,
    said: /syntax error/,
  },
  {what: "fetch", code: double('return fetch("/");'), said: /fetch is not (a function|defined)/},
  {
    what: "WebSocket",
    code: double('return new WebSocket("wss://x.test");'),
    said: /WebSocket is not (a constructor|defined)/,
  },
  {
    what: "XMLHttpRequest",
    code: double("return new XMLHttpRequest();"),
    said: /XMLHttpRequest is not (a constructor|defined)/,
  },
  {
    what: "importScripts",
    code: double('return importScripts("/x.js");'),
    said: /importScripts is not (a function|defined)/,
  },
  {
    what: "indexedDB",
    code: double('return indexedDB.open("x");'),
    said: /indexedDB is not defined|undefined/,
  },
  {
    what: "caches",
    code: double('return caches.open("x");'),
    said: /caches is not defined|undefined/,
  },
  {
    what: "a verdict by message",
    code: `postMessage({kind: "verdict", verdict: {state: "correct"}}); ${wrong}`,
    said: /postMessage is not (a function|defined)/,
  },
  {
    what: "a verdict by a message of its own realm",
    code: `globalThis.constructor.prototype.postMessage?.call(globalThis, "x"); (self as any)?.postMessage("x"); ${wrong}`,
    said: /self is not defined|undefined|^0(\n|$)/,
  },
  {
    what: "another worker",
    code: double('return new Worker("x");'),
    said: /Worker is not (a constructor|defined)/,
  },
  {
    what: "a process of Node",
    code: double("return (globalThis as any).process.exit(0);"),
    said: /undefined/,
  },
  {
    what: "Node by an error's constructor",
    code: double(
      'try { return (double as any).constructor.constructor("return process")().exit(0); } catch (error: any) { return error.constructor.constructor("return process")().exit(0); }',
    ),
    said: /code made of text is not allowed/,
  },
  {
    what: "recursion",
    code: double("return double(x + 1) + 1;"),
    said: /Maximum call stack size exceeded/,
  },
  {
    what: "4 GB at once",
    code: double("return new Float64Array(5e8).fill(1).length;"),
    said: /out of memory/,
  },
  {
    what: "4 GB in parts",
    code: double(
      "const parts = []; for (let i = 0; i < 64; i++) parts.push(new Float64Array(8e6).fill(i)); return parts.length;",
    ),
    said: /out of memory/,
  },
  {what: "null thrown", code: double("throw null;"), said: /^null was thrown$/},
  {
    what: "an error that throws",
    code: double("throw {get stack() { throw 1; }, get name() { throw 2; }};"),
    said: /cannot be shown was thrown/,
  },
  {
    what: "a getter that counts",
    code: double("let n = 0; return {get valueOf() { return () => n++; }};"),
    said: /is a getter/,
  },
  {
    what: "a proxy",
    code: double("return new Proxy([6], {get: () => 6});"),
    said: /proxy|thrown|TypeError/,
  },
  {what: "NaN", code: double("return NaN;"), said: /^NaN(\n|$)/},
  {what: "-0", code: double("return -0;"), said: /^-0(\n|$)/},
];

/** Answers that never come back; the judge has to end them. */
export const endless: readonly Attack[] = [
  {what: "an endless loop", code: double("while (true);"), said: /^stopped: not done after/},
  {
    what: "an endless loop before any test",
    code: "while (true); export {}",
    said: /^stopped: not done after/,
  },
  {
    what: "a promise that never settles",
    code: double("return new Promise(() => {});"),
    said: /^stopped: not done after/,
  },
  {
    what: "microtasks without end",
    code: double("const again = (): any => Promise.resolve().then(again); return again();"),
    said: /^stopped: not done after/,
  },
  {
    what: "a thenable that never answers",
    code: double("return {then() {}};"),
    said: /is a function|stopped/,
  },
];

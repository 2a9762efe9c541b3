/**
 * Answers that are wrong but try to pass, for an exercise whose function doubles a number. Each is TypeScript with the
 * body or the surroundings of `double`; none may earn a point, and none may harm the page or the process. One engine runs them
 * in the page and in Node, so each is told the same.
 */
import type {Verdict} from "../../../lib/grading/verdict.js";
import {double} from "../../lib/grading/graded.js";

export interface Attack {
  readonly what: string;
  readonly code: string;
  /** The first line of what the verdict must say, in its problem or of its first test. */
  readonly said: string;
}

/** What a reader is told first; a later test may have run out of time. */
export function firstLine({problem, tests}: Verdict): string {
  return (tests[0]?.yours ?? problem ?? "").split("\n", 1)[0]!;
}

const wrong = double("return 0;");
const notRight = "0";
const noCodeFromText = "TypeError: code made of text is not allowed in an exercise";
const hungry = "InternalError: out of memory";
const tooDeep = "stopped: nested too deeply";
const undefinedName = (name: string) => `ReferenceError: ${name} is not defined`;

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
    said: 'before any test: TypeError: an exercise imports nothing: "./spec.js"',
  },
  {
    what: "importing the spec while it runs",
    code: `export async function double() { return (await import("./spec.js")).tests; }`,
    said: 'TypeError: an exercise imports nothing: "./spec.js"',
  },
  {
    what: "reading who called",
    code: double("return [double.caller, arguments.callee.caller].map(String);"),
    said: "TypeError: invalid property access",
  },
  {
    what: "reading the stack's frames",
    code: double(
      "let seen: any = 0; (Error as any).prepareStackTrace = (_: any, frames: any) => { seen = frames; }; void new Error().stack; return seen ? 6 : 0;",
    ),
    said: "TypeError: 'prepareStackTrace' is read-only",
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
    said: noCodeFromText,
  },
  {
    what: "code made of text, by another way",
    code: double("return (async () => {}).constructor('return 6')();"),
    said: noCodeFromText,
  },
  {
    what: "eval",
    code: double('return (0, eval)("6");'),
    said: undefinedName("eval"),
  },
  {
    what: "closing the function it is put in",
    code: `${wrong} }); postMessage('{"id":0,"kind":"value","value":6}'); (function () {`,
    said: "syntax error: Unexpected token (1:54)",
  },
  {what: "fetch", code: double('return fetch("/");'), said: undefinedName("fetch")},
  {
    what: "WebSocket",
    code: double('return new WebSocket("wss://x.test");'),
    said: undefinedName("WebSocket"),
  },
  {
    what: "XMLHttpRequest",
    code: double("return new XMLHttpRequest();"),
    said: undefinedName("XMLHttpRequest"),
  },
  {
    what: "importScripts",
    code: double('return importScripts("/x.js");'),
    said: undefinedName("importScripts"),
  },
  {
    what: "indexedDB",
    code: double('return indexedDB.open("x");'),
    said: undefinedName("indexedDB"),
  },
  {
    what: "caches",
    code: double('return caches.open("x");'),
    said: undefinedName("caches"),
  },
  {
    what: "a verdict by message",
    code: `postMessage({kind: "verdict", verdict: {state: "correct"}}); ${wrong}`,
    said: `before any test: ${undefinedName("postMessage")}`,
  },
  {
    what: "a verdict by a message of its own realm",
    code: `globalThis.constructor.prototype.postMessage?.call(globalThis, "x"); (self as any)?.postMessage("x"); ${wrong}`,
    said: `before any test: ${undefinedName("self")}`,
  },
  {
    what: "another worker",
    code: double('return new Worker("x");'),
    said: undefinedName("Worker"),
  },
  {
    what: "a process of Node",
    code: double("return (globalThis as any).process.exit(0);"),
    said: "TypeError: cannot read property 'exit' of undefined",
  },
  {
    what: "Node by an error's constructor",
    code: double(
      'try { return (double as any).constructor.constructor("return process")().exit(0); } catch (error: any) { return error.constructor.constructor("return process")().exit(0); }',
    ),
    said: noCodeFromText,
  },
  {
    what: "recursion",
    code: double("return double(x + 1) + 1;"),
    said: "RangeError: Maximum call stack size exceeded",
  },
  {
    what: "4 GB at once",
    code: double("return new Float64Array(5e8).fill(1).length;"),
    said: "RangeError: invalid array buffer length",
  },
  {
    what: "4 GB in parts",
    code: double(
      "const parts = []; for (let i = 0; i < 64; i++) parts.push(new Float64Array(8e6).fill(i)); return parts.length;",
    ),
    said: hungry,
  },
  {
    what: "buffers that grow",
    code: double(
      "const b: any = new (ArrayBuffer as any)(8, {maxByteLength: 1e9}); b.resize(1e9); return b.byteLength;",
    ),
    said: hungry,
  },
  {what: "null thrown", code: double("throw null;"), said: "null was thrown"},
  {
    what: "an error that throws",
    code: double("throw {get stack() { throw 1; }, get name() { throw 2; }};"),
    said: "something that cannot be shown was thrown",
  },
  {
    what: "a getter that counts",
    code: double("let n = 0; return {get valueOf() { return () => n++; }};"),
    said: "the result.valueOf is a getter",
  },
  {
    what: "a proxy",
    code: double("return new Proxy([6], {get: () => 6});"),
    said: "[6, undefined, undefined, undefined, undefined, undefined]",
  },
  {
    what: "a thenable that never answers",
    code: double("return {then() {}};"),
    said: "the result.then is a function",
  },
  {what: "NaN", code: double("return NaN;"), said: "NaN"},
  {what: "-0", code: double("return -0;"), said: "-0"},
];

/** How many turns follows, or the time that it took. */
const tooSlow = "stopped: not done after";

/** Answers that never come back; the grader has to end them. */
export const endless: readonly Attack[] = [
  {what: "an endless loop", code: double("while (true);"), said: tooSlow},
  {
    what: "an endless loop before any test",
    code: "while (true); export {}",
    said: tooSlow,
  },
  {
    what: "a promise that never settles",
    code: double("return new Promise(() => {});"),
    said: "stopped: it waits for a promise that nobody settles",
  },
  {
    what: "microtasks without end",
    code: double(
      "const again = (): any => { Promise.resolve().then(again); }; again(); return new Promise(() => {});",
    ),
    said: tooSlow,
  },
  {
    what: "code that takes the compiler for ever",
    code: `export const double = ${"async <T>(".repeat(30)}`,
    said: tooSlow,
  },
  {
    what: "a catastrophic pattern",
    code: double("return /^(a+)+$/.test('a'.repeat(40) + 'b');"),
    said: tooSlow,
  },
  {
    what: "a proxy that answers without end",
    code: double("const p: any = new Proxy({}, {ownKeys: () => { for (;;); }}); return p;"),
    said: tooSlow,
  },
];

/** Ways out by way of the host: each finds an error or a function that somebody else made, and asks it for more. */
export const waysOut: readonly Attack[] = [
  {
    what: "import() between comments of HTML",
    code: `export async function double(x) { let a=1,b=2,r;
  try { r = a
  <!-- /*
  ; await import("x")
  // */ b
  ; } catch (e) { return e.constructor.constructor("return typeof setTimeout")(); } }`,
    said: noCodeFromText,
  },
  {
    what: "import() between comments of HTML, with its error shown",
    code: `export async function double(x) { let a=1,b=2,r; r = a
  <!-- /*
  ; await import("node:net")
  // */ b
  ; }`,
    said: "ReferenceError: could not load module 'node:net'",
  },
  {
    what: "the end of a comment of HTML",
    code: `export async function double(x) { /*
*/ --> ; return import("x")
return 0 }`,
    said: "syntax error: Unexpected token (2:6)",
  },
  {
    what: "import.source",
    code: double('return import.source("x");'),
    said: "syntax error: meta expected",
  },
  {
    what: "import.defer",
    code: double('return import.defer("x");'),
    said: "syntax error: meta expected",
  },
  {
    what: "an error of any built-in function",
    code: double(`let foreign = 0;
      const own = (e: any) => e === null || typeof e !== "object" || (e instanceof Error && e.constructor.constructor === Function);
      const seen = new Set<any>();
      const visit = (it: any) => {
        if ((typeof it !== "object" && typeof it !== "function") || it === null || seen.has(it)) return;
        seen.add(it);
        for (const key of Reflect.ownKeys(it)) {
          let value: any;
          try { value = it[key]; } catch (e) { if (!own(e)) foreign++; }
          if (typeof value === "function")
            for (const args of [[], [null], [Symbol(), {}], [-1, "x"], [{valueOf() { throw null; }}, 1]])
              for (const work of [() => value.apply(null, args), () => value.apply({}, args), () => Reflect.construct(value, args)])
                try { const made: any = work(); if (made instanceof Promise) made.catch((e) => { if (!own(e)) foreign++; }); } catch (e) { if (!own(e)) foreign++; }
          visit(value);
        }
        visit(Object.getPrototypeOf(it));
      };
      visit(globalThis);
      return foreign;`),
    said: notRight,
  },
  {
    what: "any rejection",
    code: `export async function double(x: number): Promise<any> {
      let foreign = 0;
      const ask = async (work: () => any) => {
        try { await work(); } catch (e: any) {
          const errors = e instanceof AggregateError ? [e, ...e.errors] : [e];
          for (const each of errors) if (!(each instanceof Error) || each.constructor.constructor !== Function) foreign++;
        }
      };
      await ask(() => Promise.any([Promise.reject(new Error("x"))]));
      await ask(() => (Promise.all as any)(3));
      await ask(async () => { for await (const _ of 3 as any); });
      await ask(() => (async function* () { yield null!.x; })().next());
      await ask(() => new Promise(3 as any));
      await ask(async () => (x as any).a.b);
      await ask(() => Promise.resolve({get then() { return (0 as any)(); }}));
      return foreign;
    }`,
    said: notRight,
  },
  {
    what: "promises of its own kind",
    code: `let heard: any;
      Object.defineProperty(Promise, Symbol.species, {value: function (run: any) { run((v: any) => { heard = v; }, () => {}); }});
      export async function double() { return heard ?? 0; }`,
    said: notRight,
  },
  {
    what: "a message that stops the session",
    code: double(
      'console.log(\'{"ended":"crash"}\\n{"id":1,"kind":"value","value":6}\'); return 0;',
    ),
    said: notRight,
  },
];

/** What is nested so deeply that a parser, or the engine below, has no stack left. */
export const deep: readonly Attack[] = [
  {
    what: "many brackets in the code",
    code: double(`return ${"(".repeat(1e5)}`),
    said: "syntax error: it is nested too deeply",
  },
  {
    what: "deep JSON",
    code: double("return JSON.parse('['.repeat(1e6));"),
    said: "RangeError: Maximum call stack size exceeded",
  },
  {
    what: "a deep list as JSON",
    code: double(
      "let a: any = []; for (let i = 0; i < 1e5; i++) a = [a]; return JSON.stringify(a);",
    ),
    said: tooDeep,
  },
  {
    what: "a deep pattern",
    code: double("return new RegExp('(?:'.repeat(1e5));"),
    said: "SyntaxError: stack overflow",
  },
  {
    what: "a deep chain of proxies",
    code: double(
      "let p: any = {}; for (let i = 0; i < 1e4; i++) p = new Proxy(p, {}); return p.x;",
    ),
    said: "RangeError: Maximum call stack size exceeded",
  },
  {
    what: "a comparison that throws",
    code: double("return [3, 2, 1].sort(() => { throw 'no'; });"),
    said: '"no" was thrown',
  },
];

/** What takes all the memory there is, by ways that are counted in ways of their own. */
export const hungers: readonly Attack[] = [
  {
    what: "small typed arrays",
    code: double("const all = []; for (;;) all.push(new Float64Array(8192).fill(1));"),
    said: hungry,
  },
  {
    what: "slices of a constructor of its own",
    code: double(`const all: any[] = []; const buffer: any = new ArrayBuffer(1e6);
      buffer.constructor = {[Symbol.species]: function (n: number) { const b = new ArrayBuffer(n); all.push(b); return b; }};
      for (;;) buffer.slice(0);`),
    said: hungry,
  },
  {
    what: "strings",
    code: double("const all = []; for (let i = 0; ; i++) all.push('x'.repeat(1e6) + i);"),
    said: hungry,
  },
  {
    what: "copies of a list",
    code: double(
      "const list = new Array(1e5).fill(0); const all = []; for (;;) all.push(list.toReversed());",
    ),
    said: hungry,
  },
  {
    what: "lists within lists",
    code: double("const all: any[] = []; for (;;) all.push([all.length]);"),
    said: hungry,
  },
  {
    what: "patterns",
    code: double(
      "const all = []; for (let i = 0; ; i++) all.push(new RegExp('a'.repeat(10000) + i));",
    ),
    said: "SyntaxError: out of memory",
  },
];

const manyNames = Array.from({length: 1000}, (_, i) => `f${i}`).join(", ");

/** Texts without end, and what a reader is told of them: never more than a few thousand characters. */
export const endlessTexts: readonly Attack[] = [
  {
    what: "an object's key",
    code: double("return {['k'.repeat(1e7)]: 1};"),
    said: "its texts have more than 1048576 characters",
  },
  {
    what: "many keys",
    code: double("const o: any = {}; for (let i = 0; i < 2e5; i++) o['k' + i] = i; return o;"),
    said: "it holds more than 100000 values",
  },
  {
    what: "a returned text",
    code: double("return 'y'.repeat(1e7);"),
    said: "its texts have more than 1048576 characters",
  },
  {
    what: "a value under a long key that cannot cross",
    code: double("return {['k'.repeat(1e6)]: () => 1};"),
    said: `the result.${"k".repeat(98)}… is a function`,
  },
  {
    what: "an export's name",
    code: "exports['f'.repeat(1e7)] = () => 1; export {}",
    said: `missing function: double (your code exports ${"f".repeat(99)}…)`,
  },
  {
    what: "many exports",
    code: "for (let i = 0; i < 2e4; i++) exports['f' + i] = () => i; export {}",
    said: `missing function: double (your code exports ${manyNames.slice(0, 1999)}…)`,
  },
  {
    what: "an error's message",
    code: double("throw new Error('e'.repeat(1e7));"),
    said: `Error: ${"e".repeat(999)}…`,
  },
  {
    what: "an error's name",
    code: double("const e = new Error('x'); e.name = 'n'.repeat(1e7); throw e;"),
    said: `${"n".repeat(99)}…: x`,
  },
  {
    what: "an error's stack",
    code: double("const e = new Error('x'); e.stack = 's'.repeat(1e7); throw e;"),
    said: "Error: x",
  },
  {
    what: "a thrown text",
    code: double("throw 't'.repeat(1e7);"),
    said: `"${"t".repeat(598)}… was thrown`,
  },
  {
    what: "an import's name",
    code: double("return require('r'.repeat(1e7));"),
    said: `TypeError: an exercise imports nothing: "${"r".repeat(598)}…`,
  },
  {
    what: "a list that is longer than it is",
    code: double("return new Proxy([], {get: () => 2 ** 53 - 1});"),
    said: "it holds more than 100000 values",
  },
  {
    what: "a huge template",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the answer's template
    code: double(`return \`${"a${x}".repeat(1e3)}\`.repeat(1e3);`),
    said: "its texts have more than 1048576 characters",
  },
];

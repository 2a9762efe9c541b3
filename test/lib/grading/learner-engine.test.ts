import load from "@jitl/quickjs-ng-wasmfile-release-sync/emscripten-module";
import {QuickJSFFI} from "@jitl/quickjs-ng-wasmfile-release-sync/ffi";
import {newQuickJSWASMModuleFromVariant} from "quickjs-emscripten-core";
import {expect, it} from "vitest";
import type {Request} from "../../../lib/grading/candidate.js";
import {learnerEngine} from "../../../lib/grading/learner-engine.js";
import {memoryLimitMb} from "../../../lib/grading/quickjs.js";
import {messageLimit, type TurnLimit} from "../../../lib/grading/sandbox.js";
import {candidateProgram, quickJs} from "../../../tools/exercise/place-program.js";

const packages = {open: newQuickJSWASMModuleFromVariant, ffi: QuickJSFFI, load};
const wasm = await WebAssembly.compile(new Uint8Array(quickJs()));
const usual = candidateProgram();

const strip = (script: string) => ({script});

/** An engine, what it was asked and what it said. */
async function open(program = usual, limit: TurnLimit = {turns: 1e8}) {
  const said: string[] = [];
  const engine = await learnerEngine({
    packages,
    wasm,
    program,
    strip,
    post: (text) => said.push(text),
  });
  engine.handle(JSON.stringify(limit));
  const ask = (request: Request) => {
    const before = said.length;
    engine.handle(JSON.stringify(request));
    return said.slice(before).map((text) => JSON.parse(text));
  };
  return {engine, said, ask, load: (code: string) => ask({id: 0, kind: "load", code})};
}

const call = {id: 1, kind: "call", name: "f", args: []} as const;

it("answers with what the functions return, and keeps what they keep", async () => {
  const {ask, load} = await open();
  expect(load("let n = 0; exports.f = () => [++n, exports.f === f]; const f = exports.f;")).toEqual(
    [{id: 0, kind: "value", value: ["f"]}],
  );
  expect(ask(call)).toEqual([{id: 1, kind: "value", value: [1, true]}]);
  expect(ask(call)).toEqual([{id: 1, kind: "value", value: [2, true]}]);
});

it("lets promises run before it is done", async () => {
  const {ask, load} = await open();
  load("exports.f = async () => { for (let i = 0; i < 50; i++) await null; return 6; };");
  expect(ask(call)).toEqual([{id: 1, kind: "value", value: 6}]);
});

it("says when a promise can settle no more", async () => {
  const {ask, load} = await open();
  load(
    "let settle; exports.f = () => new Promise((resolve) => { settle = resolve; }); exports.g = () => settle(6);",
  );
  expect(ask(call)).toEqual([{ended: "promise"}]);
  expect(ask({...call, name: "g"})).toEqual([]);
});

const loops = (passes: number) =>
  `exports.f = () => { for (let i = 0; i < ${passes}; i++); return 6; };`;

it("stops what takes more turns than it may, in a loop, in calls and in promises, and nothing catches it", async () => {
  const endless = [
    "while (true);",
    "try { while (true); } catch { return 6; } finally { return 6; }",
    "const f = () => { try { for (;;) [1, 2, 3].map((x) => x); } catch { return f(); } }; return f();",
    "return (async () => { for (;;) await null; })();",
    "return (async () => { try { for (;;) await null; } catch { for (;;); } })();",
    "return /^(a+)+$/.test('a'.repeat(40) + 'b');",
  ];
  for (const body of endless) {
    const {ask, load} = await open(usual, {turns: 1e5});
    load(`exports.f = () => { ${body} };`);
    expect(ask(call), body).toEqual([{ended: "turns"}]);
    expect(ask(call)).toEqual([]);
  }
});

it("counts turns over all requests, or in each by itself, and always the same", async () => {
  const answersWithin = async (limit: TurnLimit) => {
    const {ask, load} = await open(usual, limit);
    load(loops(30_000));
    return Array.from({length: 10}, () => ask(call)[0]).filter((said) => said?.value === 6).length;
  };
  const within = await answersWithin({turns: 1e5});
  expect(within).toBeGreaterThan(0);
  expect(within).toBeLessThan(5);
  expect(await answersWithin({turns: 1e5})).toBe(within);
  expect(await answersWithin({turns: 1e5, isForEach: true})).toBe(10);
});

it("has the language and nothing else: no clock, no timer, no host", async () => {
  const {ask, load} = await open();
  load(
    "exports.f = () => Reflect.ownKeys(globalThis).filter((key) => typeof key === 'string').sort();",
  );
  const [{value}] = ask(call);
  expect(value).not.toContain("Date");
  expect(value.filter((name: string) => /^[a-z]/.test(name))).toEqual([
    ...["console", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent"],
    ...["globalThis", "isFinite", "isNaN", "parseFloat", "parseInt", "undefined"],
  ]);
});

it("goes on when the code has taken all memory and lets it go", async () => {
  const {engine, ask, load} = await open();
  load(
    "exports.f = () => { const all = []; for (;;) all.push(new Float64Array(1000)); }; exports.g = () => 6;",
  );
  expect(ask(call)).toMatchObject([
    {kind: "thrown", value: expect.stringMatching(/^InternalError: out of memory/)},
  ]);
  expect(ask({...call, name: "g"})).toEqual([{id: 1, kind: "value", value: 6}]);
  expect(engine.bytes()).toBeLessThanOrEqual(memoryLimitMb * 2 ** 20);
});

it("ends when the code keeps all memory, and says why", async () => {
  const {ask, load} = await open();
  load("let kept; exports.f = () => { for (;;) kept = [kept]; };");
  expect(ask(call)).toEqual([{ended: "memory"}]);
  expect(ask(call)).toEqual([]);
});

it("takes no request for which there is no room", async () => {
  const {ask, load} = await open();
  load(
    "const kept = []; exports.f = () => { try { for (;;) kept.push(new Uint8Array(1e6)); } catch { return 6; } };",
  );
  expect(ask(call)).toEqual([{id: 1, kind: "value", value: 6}]);
  expect(ask({...call, args: ["x".repeat(4_000_000)]})).toEqual([{ended: "memory"}]);
});

it.each([
  ["brackets", "[".repeat(20_000)],
  ["signs", `${"!".repeat(100_000)}1`],
  ["arrows", `${"a=>".repeat(20_000)}1`],
  ["templates", "`${".repeat(20_000)],
  ["blocks", "{".repeat(100_000)],
  ["conditions", "if(1)".repeat(100_000)],
  ["declarations", "function f(){".repeat(20_000)],
])("is not brought down by code that is nested deeply: %s", async (_, code) => {
  const {said, load} = await open();
  load(code);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/"ended":"depth"|"kind":"unreadable"/);
});

it("says once that it has ended, and nothing after it", async () => {
  const {said, ask, load} = await open();
  load(
    "exports.f = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a); };",
  );
  expect(ask(call)).toEqual([{ended: "depth"}]);
  expect(ask(call)).toEqual([]);
  expect(said).toHaveLength(2);
});

it("sends no message that is longer than the limit", async () => {
  const long = (length: number) => `(({post}) => () => post("x".repeat(${length})))`;
  const {engine, said} = await open(long(messageLimit + 1));
  engine.handle("{}");
  expect(said).toEqual(['{"ended":"crash"}']);
  const within = await open(long(messageLimit));
  within.engine.handle("{}");
  expect(within.said[0]).toHaveLength(messageLimit);
});

it.each(["}); globalThis.x = 6; (function () {", "return 3; }, () => {", "*/"])(
  "does not run code that would close the function it is put in: %s",
  async (code) => {
    const {load} = await open();
    expect(load(code)).toMatchObject([{kind: "unreadable"}]);
  },
);

it("shares nothing with another engine", async () => {
  const [one, other] = [await open(), await open()];
  one.load("globalThis.kept = 6; Array.prototype.kept = 6; exports.f = () => 6;");
  other.load("exports.f = () => [typeof kept, typeof [].kept];");
  expect(other.ask(call)[0].value).toEqual(["undefined", "undefined"]);
});

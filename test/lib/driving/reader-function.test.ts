import {describe, expect, it} from "vitest";
import {drivenLoss} from "../../../lib/driving/driven-loss.js";
import type {ReaderFunction} from "../../../lib/driving/reader-function.js";
import {nodeSandbox} from "../../../tools/exercise/node-sandbox.js";
import {faultOf, opened, trusted} from "./sandboxed.js";

const sandbox = nodeSandbox();
/** The rest is never reached. */
const aMillionEach = {turns: 1e6, timeLimitMs: 600_000, isForEach: true};
const open = (code: string) => opened(sandbox, code);
const loss = (body: string, before = "") =>
  `${before} export function f(x: number[]): any { ${body} }`;
const mean = "return x.reduce((a, b) => a + b, 0) / x.length;";
const logits = Float32Array.from({length: 32}, (_, i) => i / 8 - 2);

describe("a reader's function in the sandbox", () => {
  it("is asked for many values at once, in as many messages as they need", async () => {
    const fn = await open(loss(mean));
    const lists = Array.from({length: 300}, (_, i) => [Array(400).fill(i)]);
    expect(await fn.call(lists)).toEqual(Array.from({length: 300}, (_, i) => i));
    fn.close();
  });

  it("begins anew with every call: what its module keeps, and its chance, are the same again", async () => {
    for (const make of [open, trusted]) {
      const fn = await make(loss("calls++; return calls + Math.random();", "let calls = 0;"));
      const first = await fn.call([[[1]], [[1]]]);
      expect((first[1] as number) - (first[0] as number)).not.toBe(1);
      expect(await fn.call([[[1]], [[1]]])).toEqual(first);
      fn.close();
    }
  });

  it.each([
    [
      "no such function",
      "export function g() {}",
      "f is not there: the code exports no function of this name.",
    ],
    ["bad syntax", "export function f( {", /^DrivenFault: f gave no value: syntax error: /],
    ["an import", 'import "fs"; export function f() {}', /an exercise imports nothing/],
    [
      "an end of its own",
      "export function f() {} while (true) throw new Error('no');",
      /Error: no/,
    ],
  ])("is refused before the run begins where it has %s", async (_, code, said) => {
    const fault = await faultOf(open(code));
    if (typeof said === "string") expect(fault).toBe(`DrivenFault: ${said}`);
    else expect(fault).toMatch(said);
  });
});

const returned = (what: string) =>
  `f returned ${what} for a list of 32 (expected: a finite number).`;

/** Code that means harm, with what is said of it. None may get a number through that it did not return, or keep the process. */
const hostile: readonly (readonly [string, string, string | RegExp])[] = [
  ["throws", loss("throw new Error('mine');"), /^DrivenFault: f gave no value: Error: mine/],
  [
    "takes all memory",
    loss("const all: any[] = []; for (;;) all.push(new Array(1e5).fill(1));"),
    /out of memory/,
  ],
  [
    "returns a huge list",
    loss("return new Array(200000).fill(1);"),
    /it holds more than 100000 values/,
  ],
  ["returns a getter", loss("return {get a() { return 1; }};"), /is a getter/],
  [
    "returns a proxy",
    loss("return new Proxy([], {get: () => 6});"),
    returned(`[${Array(6).fill("undefined").join(", ")}]`),
  ],
  ["returns a promise", loss("return Promise.resolve(1);"), /is neither a list nor a plain object/],
  ["returns what becomes a number", loss("return {valueOf: () => 1};"), /valueOf is a function/],
  ["returns a big integer", loss("return 1n;"), /is a bigint/],
  [
    "spoils its prototypes",
    loss(
      "return NaN;",
      "(Array.prototype as any).map = () => [1]; (Number.prototype as any).toJSON = () => 1; JSON.stringify = () => '1'; Number.isFinite = () => true; Object.defineProperty(Array.prototype, '0', {get: () => 1, set() {}, configurable: true});",
    ),
    returned("NaN"),
  ],
  [
    "spoils the words of a reply",
    loss(
      "return 'x';",
      "for (const name of ['id', 'kind', 'value', 'n', 'u', 'o', 't', 'v']) (Object.prototype as any)[name] = 1;",
    ),
    returned('"x"'),
  ],
  [
    "takes its export away",
    loss(
      mean,
      "Reflect.ownKeys = () => ['f']; (Object as any).create = () => ({f: () => 1});",
    ).replace("export function f", "export const g = 1; function f"),
    /exports no function/,
  ],
];

describe("code that means harm, in the place of a loss", () => {
  it.each(hostile)("%s: the model gets none of it", async (_, code, said) => {
    let fn: ReaderFunction | undefined;
    const work = async () => {
      fn = await open(code);
      return drivenLoss(fn)(logits);
    };
    const fault = await faultOf(work());
    fn?.close();
    if (typeof said === "string") expect(fault).toBe(`DrivenFault: ${said}`);
    else expect(fault).toMatch(said);
  });

  it("is ended where it never ends, for itself and for good", async () => {
    const impatient = {start: (code: string) => sandbox.start(code, aMillionEach)};
    const fn = await opened(impatient, loss("if (x.length === 1) while (true); return 0;"));
    expect(await faultOf(drivenLoss(fn)(logits))).toMatch(
      /^DrivenFault: f gave no value: stopped: not done after 40 million turns/,
    );
    expect(await faultOf(fn.call([[[1, 2]]]))).toMatch(/stopped: not done after 40 million/);
  });

  it("may take its time in each step, and as many steps as there are", async () => {
    const fn = await opened(
      {start: (code: string) => sandbox.start(code, aMillionEach)},
      loss("for (let i = 0; i < 3e5; i++); return 0;"),
    );
    const counts = [];
    for (let i = 0; i < 12; i++) counts.push((await fn.call([[[i]]])).length);
    expect(counts).toEqual(Array(12).fill(1));
    fn.close();
  });
});

/**
 * The program beside learner code, in an engine that holds nothing else: it loads the code, calls its functions with values it is
 * sent as text, and answers with text. It decides nothing; whatever it says is taken for what the learner's functions returned.
 * After learner code has run it uses captured built-ins only.
 */
import {Random} from "../random.js";
import {
  append,
  apply,
  bareObject,
  cut,
  isArray,
  ownKeys,
  parseJson,
  toJson,
  whenSettled,
} from "./captured.js";
import {captureConsole} from "./console.js";
import {lockDown} from "./lock-down.js";
import {nameLimit, shorten, textLimit} from "./shorten.js";
import {show} from "./show.js";
import {decode, encode} from "./wire.js";

/** Functions that the place the engine runs in lends it. */
export interface Host {
  /** Sends text to the grader. */
  readonly post: (text: string) => void;
  /** A function with the parameters `exports` and `require` whose body is the TypeScript `code`. Throws a SyntaxError. */
  readonly compile: (code: string) => Module;
  /** Whether the engine's memory has grown to its limit. */
  readonly isMemoryFull: () => boolean;
}

type Module = (exports: object, require: (name: string) => never) => void;

/** A request of the grader, as JSON. */
export type Request =
  | {readonly id: number; readonly kind: "load"; readonly code: string}
  | {readonly id: number; readonly kind: "seed"; readonly seed: number}
  | {readonly id: number; readonly kind: "call"; readonly name: string; readonly args: unknown}
  /** Calls with each of `lists`, the code begun anew before the first: what it remembers of earlier requests is forgotten. */
  | {
      readonly id: number;
      readonly kind: "calls";
      readonly name: string;
      readonly lists: unknown;
      readonly seed: number;
    };

/** Takes the globals away and returns what handles a request. */
export function startCandidate({post, compile, isMemoryFull}: Host): (text: string) => void {
  let own = bareObject();
  let begin: Module = () => {};
  const math = Math;
  let random = new Random(0);
  lockDown();
  Object.defineProperty(math, "random", {value: () => random.uniform(), writable: true});
  captureConsole((text) => post(`{"console":${toJson(text)}}`));

  const answer = (id: number, kind: string, value: string) =>
    post(`{"id":${id},"kind":"${kind}","value":${value}}`);
  const give = (id: number, value: unknown) => {
    const encoded = encode(value, "the result");
    if ("text" in encoded) answer(id, "value", encoded.text);
    else answer(id, "refused", toJson(shorten(encoded.refused)));
  };
  const blame = (id: number, error: unknown) => {
    const text = describe(error);
    answer(id, "thrown", toJson(isMemoryFull() && wasCrowded(text) ? noRoom : text));
  };

  const load = (id: number, code: string) => {
    const module = attemptCompile(compile, code);
    if (typeof module === "string") return answer(id, "unreadable", toJson(module));
    begin = module;
    begin(own, refuseImport);
    give(id, functionNames(own));
  };
  const callEach = (id: number, name: string, lists: unknown) => {
    own = bareObject();
    begin(own, refuseImport);
    const called = own[name];
    if (typeof called !== "function" || !isArray(lists)) return answer(id, "missing", '""');
    const values: unknown[] = [];
    for (let i = 0; i < lists.length; i++) append(values, apply(called, undefined, lists[i]));
    give(id, values);
  };
  const call = (id: number, name: string, args: unknown) => {
    const called = own[name];
    if (typeof called !== "function" || !isArray(args)) return answer(id, "missing", '""');
    const value = apply(called, undefined, args);
    const settles = whenSettled(
      value,
      (result) => attempt(id, () => give(id, result)),
      (reason) => blame(id, reason),
    );
    if (!settles) give(id, value);
  };
  const attempt = (id: number, work: () => void) => {
    try {
      work();
    } catch (error) {
      blame(id, error);
    }
  };
  return (text) => {
    const request = parseJson(text) as Request;
    const {id} = request;
    attempt(id, () => {
      if (request.kind === "load") return load(id, request.code);
      if (request.kind === "call") return call(id, request.name, decode(request.args));
      random = new Random(request.seed);
      if (request.kind === "calls") return callEach(id, request.name, decode(request.lists));
      answer(id, "value", "null");
    });
  };
}

const noRoom = "InternalError: out of memory";
const crowded = ["null was thrown", "InternalError: "];

/** The engine throws null, or an error without a message, when not even those find room. */
function wasCrowded(text: string): boolean {
  for (let i = 0; i < crowded.length; i++)
    if (cut(text, crowded[i]!.length) === crowded[i]) return true;
  return false;
}

/** The module, or what is wrong with the code as a whole. */
function attemptCompile(compile: Host["compile"], code: string): Module | string {
  try {
    return compile(code);
  } catch (error) {
    if (error instanceof RangeError) return "it is nested too deeply";
    return error instanceof Error ? shorten(error.message) : noRoom;
  }
}

function refuseImport(name: string): never {
  throw new TypeError(`an exercise imports nothing: ${show(name)}`);
}

const namesLimit = 1000;

/** The first thousand; whoever exports more has lost sight of them. */
function functionNames(own: Record<string, unknown>): string[] {
  const keys = ownKeys(own);
  const names: string[] = [];
  for (let i = 0; i < keys.length && names.length < namesLimit; i++) {
    const key = keys[i]!;
    if (typeof key === "string" && typeof own[key] === "function")
      append(names, shorten(key, nameLimit));
  }
  return names;
}

/** Anything can be thrown, with properties that throw in turn. */
function describe(error: unknown): string {
  try {
    if (typeof error !== "object" || error === null) return `${show(error)} was thrown`;
    const {stack, name, message} = error as Partial<Error>;
    if (typeof name !== "string" || typeof message !== "string") return `${show(error)} was thrown`;
    const where = typeof stack === "string" ? `\n${shorten(stack)}` : "";
    return `${shorten(name, nameLimit)}: ${shorten(message, textLimit / 2)}${where}`;
  } catch {
    return "something that cannot be shown was thrown";
  }
}

/**
 * The program beside learner code: it loads the code, calls its functions with values it is sent as text, and answers
 * with text. It decides nothing; whatever it says is taken for what the learner's functions returned.
 * After learner code has run it uses captured built-ins only.
 */
import {Random} from "../random.js";
import {append, apply, cut, isArray, ownKeys, parseJson, toJson, whenSettled} from "./captured.js";
import {captureConsole} from "./console.js";
import {limitBuffers} from "./limit-buffers.js";
import {lockDown} from "./lock-down.js";
import {show} from "./show.js";
import {decode, encode} from "./wire.js";

/** What the place the program runs in lends it. None of it may throw. */
export interface Host {
  /** Sends text to the judge. */
  readonly post: (text: string) => void;
  /** Whether a structured clone can be made of `value`: not of a proxy, which the language cannot tell. */
  readonly isCloneable: (value: unknown) => boolean;
  /** A function with the parameters `exports` and `require` whose body is `code`, or the text of a syntax error. */
  readonly compile: (code: string) => Module | string;
}

type Module = (exports: object, require: (name: string) => never) => void;

/** A request of the judge, as JSON. */
export type Request =
  | {readonly id: number; readonly kind: "load"; readonly code: string}
  | {readonly id: number; readonly kind: "seed"; readonly seed: number}
  | {readonly id: number; readonly kind: "call"; readonly name: string; readonly args: unknown};

/** Takes the globals away and returns what handles a request. */
export function startCandidate({post, isCloneable, compile}: Host): (text: string) => void {
  const own = Object.create(null) as Record<string, unknown>;
  const math = Math;
  let random = new Random(0);
  lockDown();
  limitBuffers();
  Object.defineProperty(math, "random", {value: () => random.uniform(), writable: true});
  captureConsole((text) => post(`{"console":${toJson(text)}}`));

  const answer = (id: number, kind: string, value: string) =>
    post(`{"id":${id},"kind":"${kind}","value":${value}}`);
  const give = (id: number, value: unknown) => {
    const encoded = encode(value, "the result");
    if (!("text" in encoded)) answer(id, "refused", toJson(encoded.refused));
    else if (!isCloneable(value)) answer(id, "refused", '"there is a proxy in the result"');
    else answer(id, "value", encoded.text);
  };
  const blame = (id: number, error: unknown) => answer(id, "thrown", toJson(describe(error)));

  const load = (id: number, code: string) => {
    const module = compile(code);
    if (typeof module === "string") return answer(id, "thrown", toJson(module));
    module(own, refuseImport);
    give(id, functionNames(own));
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
      answer(id, "value", "null");
    });
  };
}

function refuseImport(name: string): never {
  throw new TypeError(`an exercise imports nothing: ${show(name)}`);
}

function functionNames(own: Record<string, unknown>): string[] {
  const keys = ownKeys(own);
  const names: string[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (typeof key === "string" && typeof own[key] === "function") append(names, key);
  }
  return names;
}

/** Anything can be thrown, with properties that throw in turn. */
function describe(error: unknown): string {
  try {
    if (typeof error !== "object" || error === null) return `${show(error)} was thrown`;
    const {stack, name, message} = error as Partial<Error>;
    if (typeof stack === "string" && stack !== "") return cut(stack, 2000);
    if (typeof name === "string" && typeof message === "string")
      return cut(`${name}: ${message}`, 2000);
    return `${show(error)} was thrown`;
  } catch {
    return "something that cannot be shown was thrown";
  }
}

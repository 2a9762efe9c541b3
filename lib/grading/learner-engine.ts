/**
 * The candidate program in an engine of its own. Text goes in and text comes out; what brings the engine down, or fills it,
 * becomes a message that says so, and never an error of the place it runs in.
 */
import type {QuickJSContext, QuickJSHandle, VmCallResult} from "quickjs-emscripten-core";
import {isDepth} from "./depth.js";
import {withPlace, wrapper} from "./error-place.js";
import type {Stripped} from "./plain-script.js";
import {
  OutOfMemory,
  openQuickJs,
  type QuickJs,
  type QuickJsPackages,
  turnsPerLook,
} from "./quickjs.js";
import type {Ending} from "./sandbox.js";
import {messageLimit, type TurnLimit} from "./sandbox.js";

export interface LearnerEngine {
  /** Takes a `TurnLimit` first, then lets the program answer a request. Throws nothing. */
  handle(text: string): void;
  /** The memory it takes. */
  bytes(): number;
}

export interface EngineParts {
  readonly packages: QuickJsPackages;
  readonly wasm: WebAssembly.Module;
  /** The candidate program: a script whose value is `startCandidate`. */
  readonly program: string;
  /** Turns the learner's TypeScript into a plain script. It runs here, where it can be ended. */
  readonly strip: (code: string) => Stripped;
  /** Hears the program's answers, and at last `{"ended": why}`. */
  readonly post: (text: string) => void;
}

/** An engine that has run the candidate program and no other code yet. */
export async function learnerEngine({
  packages,
  wasm,
  program,
  strip,
  post,
}: EngineParts): Promise<LearnerEngine> {
  const engine = await openQuickJs(packages, wasm);
  const {context} = engine;
  let ended: Ending | undefined;
  const end = (why: Ending) => {
    if (ended === undefined) post(`{"ended":"${why}"}`);
    ended = why;
  };
  let limit: TurnLimit | undefined;
  let turns = 0;
  engine.interruptWhen(() => {
    turns += turnsPerLook;
    if (limit && turns > limit.turns) end("turns");
    return ended !== undefined;
  });
  let hasAnswered = false;
  let script = "";
  const host = context.newObject();
  /** Whatever goes wrong in the host's part has interrupted the engine in the middle of its work. */
  const lend = (name: string, work: Lent) => {
    const lent: Lent = (argument) => {
      try {
        return work(argument);
      } catch (error) {
        end(reasonOf(engine, error));
        throw error;
      }
    };
    context.newFunction(name, lent).consume((handle) => context.setProp(host, name, handle));
  };
  lend("post", (text) => {
    const heard = textOf(context, text);
    if (heard === undefined) end(reasonOf(engine));
    else if (ended === undefined) {
      hasAnswered ||= heard.startsWith('{"id"');
      post(located(heard, script));
    }
    return context.undefined;
  });
  lend("isMemoryFull", () => (engine.isFull() ? context.true : context.false));
  lend("compile", (code) => {
    const stripped = strip(context.getString(code!));
    if ("problem" in stripped)
      return {error: context.newError({name: "SyntaxError", message: stripped.problem})};
    script = stripped.script;
    return compiled(context, script);
  });
  const start = madeOf(context.evalCode(program, "judge", {type: "global"}));
  const answer = madeOf(context.callFunction(start, context.undefined, host));
  return {
    bytes: engine.bytes,
    handle(text) {
      if (ended !== undefined) return;
      if (!limit) {
        limit = JSON.parse(text) as TurnLimit;
        turns = 0;
        return;
      }
      if (limit.isForEach) turns = 0;
      hasAnswered = false;
      try {
        if (!ask(context, answer, text)) end(reasonOf(engine));
        else if (!hasAnswered) end("promise");
      } catch (error) {
        end(reasonOf(engine, error));
      }
    },
  };
}

type Result = ReturnType<QuickJSContext["evalCode"]>;
type Lent = (argument?: QuickJSHandle) => VmCallResult<QuickJSHandle> | QuickJSHandle;

/** The text, or `undefined` when it is longer than a message may be, or could not be read for want of memory. */
function textOf(context: QuickJSContext, text: QuickJSHandle | undefined): string | undefined {
  const length = context.getProp(text!, "length").consume((handle) => context.getNumber(handle));
  if (!(length <= messageLimit)) return undefined;
  return context.getString(text!) || undefined;
}

/** A message that tells of an error, with its place in the script. */
function located(message: string, script: string): string {
  if (!/^\{"id":\d+,"kind":"thrown"/.test(message)) return message;
  const thrown = JSON.parse(message) as {value: string};
  return JSON.stringify({...thrown, value: withPlace(thrown.value, script)});
}

/**
 * A function with the parameters `exports` and `require` whose body is `code`, or the engine's own error. The code is read by
 * itself first: nothing in it can close the function that it is put in.
 */
function compiled(context: QuickJSContext, code: string) {
  const file = "exercise.ts";
  const alone = context.evalCode(code, file, {type: "global", compileOnly: true});
  if (alone.error) return alone;
  alone.value.dispose();
  return context.evalCode(`${wrapper}${code}\n})`, file, {type: "global"});
}

/** Sends one request, and lets everything happen that it has set going. Whether it went well. */
function ask(context: QuickJSContext, answer: QuickJSHandle, text: string): boolean {
  const given = context.newString(text);
  const called = context.callFunction(answer, context.undefined, given);
  given.dispose();
  called.dispose();
  if (called.error) return false;
  const jobs = context.runtime.executePendingJobs();
  jobs.dispose();
  return !jobs.error;
}

/** Why the engine came to its end, from what the engine below threw, if it did. */
function reasonOf({isFull}: QuickJs, error?: unknown): Ending {
  if (error instanceof OutOfMemory || isFull()) return "memory";
  return isDepth(error) ? "depth" : "crash";
}

function madeOf(result: Result): QuickJSHandle {
  if (!result.error) return result.value;
  throw new Error("the judge's own program does not run in QuickJS");
}

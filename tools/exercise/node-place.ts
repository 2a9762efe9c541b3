/**
 * A process of Node with learner code in it. Learner code runs in a `vm` context without a single object of Node's; only
 * text and three functions, held by the candidate program, lead out of it. `vm` is no wall by itself: the process has no
 * right to files, processes and threads, has an empty environment, and forgets what it does not need.
 */
import {compileFunction, constants, createContext, runInContext} from "node:vm";
import type {Host, startCandidate} from "../../lib/grading/candidate.js";

/** The candidate program as a script; `node-sandbox.ts` defines it. */
declare const candidateProgram: string;

const channel = process;
const clone = structuredClone;
const post = (text: string) => void channel.send!(text);
process.on("unhandledRejection", () => {}); // The call that waits for it runs out of time.
for (const name of ["process", "require", "module", "exports", "fetch", "WebSocket", "Buffer"])
  Reflect.deleteProperty(globalThis, name);

const context = createContext(constants.DONT_CONTEXTIFY as unknown as object, {
  codeGeneration: {strings: false, wasm: false},
});

/** A syntax error becomes text: the error itself belongs to this realm. */
const compile: Host["compile"] = (code) => {
  try {
    const options = {parsingContext: context, filename: "exercise.ts"};
    return compileFunction(code, ["exports", "require"], options) as ReturnType<Host["compile"]>;
  } catch (error) {
    return String((error as Error).stack);
  }
};

const isCloneable: Host["isCloneable"] = (value) => {
  try {
    clone(value);
    return true;
  } catch {
    return false;
  }
};

const start = runInContext(candidateProgram, context) as typeof startCandidate;
const handle = start({post, isCloneable, compile});
channel.on("message", (text) => handle(text as string));
post("ready");

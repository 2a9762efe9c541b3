/**
 * A process of Node with learner code in it, in an engine of its own for every session: learner code meets no object of Node's.
 * The engine is the wall; for the case that it has a hole, the process has no right to files, processes and threads, an empty
 * environment, and forgets what it does not need.
 */
import load from "@jitl/quickjs-ng-wasmfile-release-sync/emscripten-module";
import {QuickJSFFI} from "@jitl/quickjs-ng-wasmfile-release-sync/ffi";
import {newQuickJSWASMModuleFromVariant} from "quickjs-emscripten-core";
import {transform} from "sucrase";
import {type LearnerEngine, learnerEngine} from "../../lib/grading/learner-engine.js";
import {plainScript} from "../../lib/grading/plain-script.js";
import type {FromPlace, ToPlace} from "./place-messages.js";

/** The candidate program and QuickJS; `learner-process.ts` defines them. */
declare const candidateProgram: string;
declare const quickJsBase64: string;

const channel = process;
const exit = process.exit;
const packages = {open: newQuickJSWASMModuleFromVariant, ffi: QuickJSFFI, load};
const compiled = WebAssembly.compile(Buffer.from(quickJsBase64, "base64"));
for (const name of ["process", "require", "module", "exports", "fetch", "WebSocket", "Buffer"])
  Reflect.deleteProperty(globalThis, name);

/** A process that has taken more is not used again: memory that is given up stays taken for a while. */
const mostReusedBytes = 2 ** 25;

const strip = (code: string) => plainScript(code, transform);

let engine: LearnerEngine | undefined;
let opened = 0;

channel.on("message", (message: ToPlace) => {
  if (message.kind === "open") void open();
  else if (message.kind === "text") engine?.handle(message.text);
  else close();
});

async function open(): Promise<void> {
  const session = ++opened;
  const post = (text: string) => {
    if (session === opened) say({kind: "text", text});
  };
  const wasm = await compiled;
  engine = await learnerEngine({packages, wasm, program: candidateProgram, strip, post});
  say({kind: "open"});
}

function close(): void {
  if (!engine || engine.bytes() > mostReusedBytes) exit(0);
  engine = undefined;
  opened++;
  say({kind: "closed"});
}

function say(message: FromPlace): void {
  channel.send!(message);
}

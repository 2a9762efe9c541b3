/**
 * The program of the worker in which learner code runs, in the page: an engine of its own, with the candidate program in it. The
 * page hands over one port and QuickJS before anything else happens; nothing else leads out.
 */
import load from "@jitl/quickjs-ng-wasmfile-release-sync/emscripten-module";
import {QuickJSFFI} from "@jitl/quickjs-ng-wasmfile-release-sync/ffi";
import {newQuickJSWASMModuleFromVariant} from "quickjs-emscripten-core";
import {transform} from "sucrase";
import {program} from "../lib/grading/candidate.js?program";
import {learnerEngine} from "../lib/grading/learner-engine.js";
import {plainScript} from "../lib/grading/plain-script.js";

declare const self: DedicatedWorkerGlobalScope;

interface DedicatedWorkerGlobalScope {
  onmessage: ((event: MessageEvent<ArrayBuffer>) => void) | null;
}

const packages = {open: newQuickJSWASMModuleFromVariant, ffi: QuickJSFFI, load};

self.onmessage = ({data, ports}) => {
  self.onmessage = null;
  begin(data, ports[0]!).catch(reportError); // tells the frame, which ends it
};

async function begin(quickJs: ArrayBuffer, port: MessagePort): Promise<void> {
  const engine = await learnerEngine({
    packages,
    wasm: await WebAssembly.compile(quickJs),
    program: `${program}; candidate.startCandidate`,
    strip: (code) => plainScript(code, transform),
    post: (text) => port.postMessage(text),
  });
  port.onmessage = ({data}) => engine.handle(data as string);
  port.postMessage("ready");
}

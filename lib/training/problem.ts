import {FileProblem} from "../datasets/file-problem.js";
import {DrivenFault} from "../driving/driven-fault.js";
import {NoBackend} from "./backends.js";
import {BadCheckpoint} from "./checkpoint.js";
import type {Problem} from "./protocol.js";
import {Diverged} from "./train.js";

/** A command that can't be done, for a reason that is known where it is thrown. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = "Refusal";
  }
}

/** The GPU device is gone, with all weights on it. */
export class DeviceLost extends Error {
  override readonly name = "DeviceLost";
}

/** `error` in words for the reader: what happened and what to try. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  const code = codeOf(error);
  const own =
    error instanceof FileProblem || error instanceof DrivenFault ? error.advice : advice[code];
  return {code, message: messageOf(error), advice: own};
}

const advice: Readonly<Record<Problem["code"], string>> = {
  diverged:
    "Go back to an earlier step and lower the learning rate there, or start again with a lower one.",
  "device-lost":
    "Go on from the last checkpoint. With ?backend=wasm in the address no graphics device is needed.",
  "out-of-memory": "Choose a smaller batch or width, or close other tabs, and try again.",
  "bad-file": "Check the connection and try again.",
  "bad-params": "Choose a value from the range that is named.",
  "bad-checkpoint": "Nothing has changed. Choose another checkpoint, or start the run again.",
  "no-backend": "Leave out ?backend= in the address, or try a current browser.",
  "worker-died": "Go on from the last checkpoint.",
  "wrong-state": "Nothing has changed.",
  driver: "Run the tests of its exercise.",
  internal: "Go on from the last checkpoint, or start the run again.",
};

// Words of browsers, WebAssembly and the GPU back ends when there is no memory left.
const outOfMemory =
  /out of memory|memory\.grow|cannot enlarge memory|allocation failed|malloc|memory access out of bounds|failed to create texture/i;
const lostContext = /context[ _]lost|device (is|was) lost|lost device/i;

function codeOf(error: unknown): Problem["code"] {
  if (error instanceof DrivenFault) return "driver";
  if (error instanceof Diverged) return "diverged";
  if (error instanceof BadCheckpoint) return "bad-checkpoint";
  if (error instanceof NoBackend) return "no-backend";
  if (error instanceof DeviceLost || lostContext.test(messageOf(error))) return "device-lost";
  if (outOfMemory.test(messageOf(error))) return "out-of-memory";
  if (error instanceof FileProblem) return "bad-file";
  return error instanceof RangeError ? "bad-params" : "internal";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

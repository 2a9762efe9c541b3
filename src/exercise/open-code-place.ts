import type {CodePlace} from "../experiment/run/code-place.js";
import {learnerFrame} from "./learner-frame.js";
import {learnerProgram, sandboxUrl} from "./learner-program.js";

export interface OpenCodePlace {
  /** For a worker: both ports are to be transferred to it. */
  readonly place: CodePlace;
  /** Ends the code and everything it has. */
  remove(): void;
}

/** A new frame for a reader's code, the same as that of the tests, with its ends for a worker that trains. */
export async function openCodePlace(): Promise<OpenCodePlace> {
  const program = await learnerProgram();
  const [calls, fate] = [new MessageChannel(), new MessageChannel()];
  const frame = learnerFrame(sandboxUrl, program, calls.port1, (why) =>
    fate.port1.postMessage(why),
  );
  const remove = () => frame.remove();
  fate.port1.onmessage = remove;
  return {place: {calls: calls.port2, fate: fate.port2}, remove};
}

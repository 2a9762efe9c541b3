import {type ReaderFunction, readerFunction} from "../../../lib/driving/reader-function.js";
import type {Sandbox} from "../../../lib/grading/sandbox.js";
import {trustedSandbox} from "../grading/trusted-sandbox.js";

/** A function of our own, `f` unless the code has another, where nothing has to be kept apart. */
export function trusted(code: string, part = "f"): Promise<ReaderFunction> {
  return opened(trustedSandbox, code, part);
}

export function opened(sandbox: Sandbox, code: string, part = "f"): Promise<ReaderFunction> {
  return readerFunction(sandbox, {part, code, standing: "failing"});
}

/** What `work` fails with. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => {
      throw new Error("nothing failed");
    },
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

import {FileAttachment} from "observablehq:stdlib";
import type {LearnerProgram} from "./learner-frame.js";

export const sandboxUrl = FileAttachment("./sandbox.html").href;

/** What the frame for a reader's code starts, fetched when it is asked for. */
export async function learnerProgram(): Promise<LearnerProgram> {
  const [script, quickJs] = await Promise.all([
    FileAttachment("../vendor/learner-worker.txt").text(),
    FileAttachment("../vendor/wasm/quickjs.wasm").arrayBuffer(),
  ]);
  return {script, quickJs};
}

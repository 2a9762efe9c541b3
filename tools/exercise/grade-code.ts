/** The verdict on an answer to a code exercise, in a sandbox of Node. */
import {grade} from "../../lib/grading/grader.js";
import type {Verdict} from "../../lib/grading/verdict.js";
import {Plain} from "../project.mjs";
import {importSpec, readExercise} from "./folders.js";
import {nodeSandbox} from "./node-sandbox.js";

const sandbox = nodeSandbox();

export async function gradeCode(folder: string, code: string, seed: number): Promise<Verdict> {
  const exercise = readExercise(folder);
  if (exercise.kind !== "code") throw new Plain(`${exercise.slug} is about a run, not about code`);
  return grade({spec: await importSpec(folder), exercise, code, sandbox, seed});
}

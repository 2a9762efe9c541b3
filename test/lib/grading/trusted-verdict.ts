import type {CodeExercise} from "../../../lib/grading/exercise.js";
import {grade} from "../../../lib/grading/grader.js";
import type {Sandbox} from "../../../lib/grading/sandbox.js";
import type {Spec} from "../../../lib/grading/spec.js";
import type {Verdict} from "../../../lib/grading/verdict.js";
import {importSpec, readExercise} from "../../../tools/exercise/folders.js";
import {trustedSandbox} from "./trusted-sandbox.js";

/** A code exercise with its spec, read once for hundreds of answers. */
export interface Graded {
  readonly folder: string;
  readonly exercise: CodeExercise;
  readonly spec: Spec;
}

export async function readGraded(folder: string): Promise<Graded> {
  const exercise = readExercise(folder);
  if (exercise.kind !== "code") throw new Error(`${exercise.slug} is no code exercise`);
  return {folder, exercise, spec: await importSpec(folder)};
}

/** The verdict on the project's own code, which needs no sandbox. */
export function trustedVerdict(
  {exercise, spec}: Pick<Graded, "exercise" | "spec">,
  code: string,
  seed: number,
  sandbox: Sandbox = trustedSandbox,
): Promise<Verdict> {
  return grade({spec, exercise, code, sandbox, seed});
}

/** All that a reader is told. */
export function wordsOf({tests, problem = ""}: Verdict): string {
  return [problem, ...tests.flatMap(({yours, advice}) => [yours, advice])].join("\n");
}

/** What is said of an overflow where every number was finite. */
export function falseAlarms({tests}: Verdict): readonly string[] {
  return tests.flatMap(({advice = "", yours = ""}) =>
    /NaN|Infinity/.test(advice) && !/NaN|Infinity/.test(yours) ? [`${yours}: ${advice}`] : [],
  );
}

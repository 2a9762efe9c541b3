/** Learner code and the program beside it as one script for a worker. */
import type {Stripped} from "../lib/grading/plain-script.js";

/** The learner's lines keep their numbers in errors, because the program takes none. */
export function pageScript(program: string, script: string): string {
  const line = program.replaceAll("\n", " ").trim();
  return `(learner=>{${line}})(function(exports,require){${script}\n})\n//# sourceURL=exercise.ts`;
}

/** The script only if it is a function's body by itself: nothing in it can close the function that it is put in. */
export function wholeBody(stripped: Stripped): Stripped {
  if ("problem" in stripped) return stripped;
  try {
    new Function("exports", "require", stripped.script);
    return stripped;
  } catch (error) {
    return {problem: (error as Error).message};
  }
}

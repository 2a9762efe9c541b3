/**
 * Learner code as a plain script: types stripped, `export` turned into properties of `exports`, `import` into a call of
 * `require`, also the dynamic one. Lines stay where they are. The compiler is a package, so it is handed in.
 */

import {isDepth} from "./depth.js";

/** The part of sucrase's `transform` in use. */
export type Compile = (
  code: string,
  options: {transforms: ("typescript" | "imports")[]},
) => {readonly code: string};

/** The script, or what is wrong with the code's syntax. */
export type Stripped = {readonly script: string} | {readonly problem: string};

export function plainScript(code: string, compile: Compile): Stripped {
  try {
    return {script: compile(code, {transforms: ["typescript", "imports"]}).code};
  } catch (error) {
    return {problem: isDepth(error) ? "it is nested too deeply" : messageOf(error)};
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Learner code as a plain script: types stripped, `export` turned into properties of `exports`, `import` into a call of
 * `require`, also the dynamic one. Lines stay where they are. */
import {transform} from "sucrase";

/** The script, or what is wrong with the code's syntax. */
export function plainScript(code: string): {readonly script: string} | {readonly problem: string} {
  try {
    const {code: script} = transform(code, {transforms: ["typescript", "imports"]});
    return {script};
  } catch (error) {
    return {problem: error instanceof Error ? error.message : String(error)};
  }
}

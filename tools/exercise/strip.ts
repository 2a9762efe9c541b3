/** Learner code without its types. */
import {transform} from "sucrase";
import {plainScript, type Stripped} from "../../lib/grading/plain-script.js";

export function strip(code: string): Stripped {
  return plainScript(code, transform);
}

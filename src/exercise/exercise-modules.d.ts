/** Modules that `tools/exercise-modules.mjs` makes while the page's parts are bundled. */
declare module "exercises:specs" {
  import type {RunSpec} from "../lib/grading/grade-run.js";
  import type {Spec} from "../lib/grading/spec.js";

  /** Loads the spec of each code exercise by its slug. */
  export const specs: Readonly<Record<string, () => Promise<Spec>>>;
  /** Loads the spec of each experiment exercise by its slug. */
  export const runSpecs: Readonly<Record<string, () => Promise<RunSpec>>>;
}

declare module "*?program" {
  /** The module bundled as one script, as text. */
  export const program: string;
}

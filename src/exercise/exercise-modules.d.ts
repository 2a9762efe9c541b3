/** Modules that `tools/exercise-modules.mjs` makes while the page's parts are bundled. */
declare module "exercises:specs" {
  import type {Spec} from "../lib/grading/spec.js";

  /** Loads the spec of each code exercise by its slug. */
  export const specs: Readonly<Record<string, () => Promise<Spec>>>;
}

declare module "*?program" {
  /** The module bundled as one script, as text. */
  export const program: string;
}

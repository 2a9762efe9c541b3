import {judgementFiles} from "./judgement-files.js";
import {keptRuns} from "./kept-runs.js";
import {links} from "./links.js";
import {notebooks} from "./notebooks.js";
import {paramValues} from "./param-values.js";
import {progressFiles} from "./progress-files.js";
import {recipes} from "./recipes.js";
import {runFiles} from "./run-files.js";
import {storedEntries} from "./stored-entries.js";
import {submissions} from "./submissions.js";
import type {Target} from "./target.js";
import {wire} from "./wire.js";

/** Everything that takes texts from anywhere. */
export const targets: readonly Target[] = [
  runFiles,
  recipes,
  links,
  paramValues,
  progressFiles,
  judgementFiles,
  storedEntries,
  keptRuns,
  submissions,
  wire,
  notebooks,
];

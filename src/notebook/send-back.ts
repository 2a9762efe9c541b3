/** Takes a change back to the experiment that a notebook was taken apart from, on its own page. */
import {codeTree} from "../editor/code-tree.js";
import {handOver} from "../experiment/run/handed-over.js";
import {runLink} from "../provenance/run-link.js";
import {basePath} from "../storage/place.js";
import {course} from "../vendor/course.js";
import {drivenParts} from "../vendor/experiments/driven-parts.js";
import type {Notebook} from "./notebook.js";
import {sentBack} from "./sent-back.js";

/** Throws a RangeError that says why it cannot. No code runs here or there: the reader is asked first. */
export function sendBack(notebook: Notebook): void {
  const known = {experiments: drivenParts, course, read: codeTree};
  const {experiment, part, code, params, inputs} = sentBack(notebook, known);
  const texts = Object.entries(params).map(([name, value]) => [name, String(value)] as const);
  const link = runLink({experiment, params: Object.fromEntries(texts)}, course);
  if (link === undefined) throw new RangeError(`no page of the course shows ${experiment}`);
  const driver = {part, code, standing: "notebook"} as const;
  handOver(experiment, {driver, inputs, notebook: notebook.title});
  location.assign(basePath + link);
}

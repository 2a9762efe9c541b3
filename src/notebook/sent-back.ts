/**
 * What a notebook sends back to the experiment that it was taken apart from: a function that takes the place of a part, with all that it
 * needs, the params, and what the reader has drawn. Which experiment it is, the cells say themselves, by importing it; so a notebook from a file or a link knows it, too.
 */
import type {Chapter} from "../course/course-page.js";
import type {PlainInput} from "../experiment/run/handed-over.js";
import type {ParamValue} from "../lib/params.js";
import type {Drivable} from "../lib/training/experiment.js";
import {carriedCode} from "./carried-code.js";
import type {Notebook} from "./notebook.js";
import type {ReadCode} from "./rename-name.js";
import {writtenInputs} from "./written-inputs.js";
import {childrenOf} from "./written-names.js";
import {writtenParams} from "./written-params.js";

export interface SentBack {
  readonly experiment: string;
  readonly part: string;
  readonly code: string;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly inputs: Readonly<Record<string, PlainInput>>;
}

export interface Known {
  readonly experiments: Readonly<Record<string, Drivable>>;
  readonly course: readonly Chapter[];
  readonly read: ReadCode;
}

/** Throws a RangeError that says why nothing can be sent, and what to do. */
export function sentBack({cells}: Notebook, {experiments, course, read}: Known): SentBack {
  const codes = cells.flatMap(({kind, text}) => (kind === "code" ? [text] : []));
  const ids = [...new Set(codes.flatMap((code) => importedIn(code, read)))];
  if (ids.length === 0)
    throw new RangeError(
      "This notebook imports no experiment. Under an experiment, in the tab Save and share, press “Take this apart”.",
    );
  const parts = ids.flatMap((id) =>
    Object.entries(partsOf(id, experiments)).map(([part, told]) => ({id, part, ...told})),
  );
  if (parts.length === 0) throw new RangeError(noPart(ids, experiments));
  const written = parts.flatMap((each) => {
    const code = carriedCode(cells, each.part, read);
    return code === undefined ? [] : [{...each, code}];
  });
  const [first, second] = written;
  if (!first) {
    const names = parts.map(({part, label}) => `${part}, which takes the place of ${label}`);
    const pages = parts.map(({exercise}) => pageOf(exercise, course));
    throw new RangeError(
      `No cell defines ${names.join(", or ")}. Write the function of ${parts.length > 1 ? "such a" : "this"} name in a cell: its exercise, on the page ${pages.join(" or ")}, says what it is given and what it returns.`,
    );
  }
  if (second)
    throw new RangeError(
      `The cells define ${first.part} and ${second.part}, and a run takes one of them: rename the other.`,
    );
  const {id, part, code} = first;
  const params = writtenParams(cells, read);
  return {experiment: id, part, code, params, inputs: writtenInputs(cells)};
}

/** Experiments whose module a cell imports. */
function importedIn(code: string, read: ReadCode): readonly string[] {
  return childrenOf(read(code))
    .filter(({name}) => name === "ImportDeclaration")
    .flatMap(({from, to}) => /["']from-noise\/([\w-]+)["']/.exec(code.slice(from, to))?.[1] ?? []);
}

function partsOf(id: string, experiments: Known["experiments"]): Drivable["parts"] {
  return Object.hasOwn(experiments, id) ? experiments[id]!.parts : {};
}

function noPart(ids: readonly string[], experiments: Known["experiments"]): string {
  const titles = ids.map((id) =>
    Object.hasOwn(experiments, id) ? `“${experiments[id]!.title}”` : `“${id}”`,
  );
  const others = Object.values(experiments)
    .filter(({parts}) => Object.keys(parts).length > 0)
    .map(({title, parts}) => `“${title}” (${Object.keys(parts).join(", ")})`);
  return `${titles.join(" and ")} has no part whose place your code can take. These have one: ${others.join(", ")}.`;
}

/** "“The duel”": a part that a reader may write has an exercise, which stands on a page. */
function pageOf(exercise: string, course: readonly Chapter[]): string {
  const pages = course.flatMap(({pages}) => pages);
  return `“${pages.find(({exercises}) => exercises.includes(exercise))!.title}”`;
}

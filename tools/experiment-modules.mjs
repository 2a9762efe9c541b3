/**
 * What is made of the folders of `src/experiments/`, so that nobody keeps a list: the registry for workers, scripts and
 * tests, and for each experiment what a lesson imports: the experiment, and its questions, with the files they show.
 */
import {existsSync, readdirSync} from "node:fs";
import * as esbuild from "esbuild";
import {Plain, root} from "./project.mjs";

const folder = `${root}src/experiments/`;

/** The ids of all experiments: the names of their folders. */
export function experimentIds() {
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && existsSync(`${folder}${entry.name}/experiment.ts`))
    .map(({name}) => name)
    .sort();
}

/** "vaeDigits", the name that an experiment's description has. @param {string} id */
export function nameOf(id) {
  return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** "makeVaeDigits", the name that its setup has. @param {string} id */
export function setupNameOf(id) {
  const name = nameOf(id);
  return `make${name[0]?.toUpperCase()}${name.slice(1)}`;
}

/** Path below `src/vendor` to contents. @returns {Promise<[path: string, contents: Uint8Array][]>} */
export async function experimentFiles() {
  const ids = experimentIds();
  const facts = await Promise.all(ids.map(readFacts));
  const asking = facts.filter(({questions}) => questions.length > 0);
  const files = Object.entries({
    "experiments/descriptions.ts": descriptionsModule(ids),
    "experiments/loaders.ts": loadersModule(ids),
    "experiments/shown.ts": shownModule(ids),
    "experiments/own-uses.ts": ownUsesModule(facts),
    "experiments/driven-parts.ts": drivenPartsModule(facts),
    "experiments/questions.ts": questionsModule(asking),
    ...Object.fromEntries(facts.map((each) => [`experiments/${each.id}.ts`, pageModule(each)])),
    ...Object.fromEntries(facts.map((each) => [`late/${each.id}.ts`, lateModule(each)])),
    ...Object.fromEntries(ids.map((id) => [`runnable/${id}.ts`, runnableModule(id)])),
    ...Object.fromEntries(asking.map((each) => [`questions/${each.id}.ts`, askingModule(each)])),
  });
  return files.map(([path, text]) => [path, Buffer.from(text)]);
}

/** What is known of an experiment from its folder.
 * @typedef {{id: string, title: string, drivenParts: object, sources: readonly string[], questions: readonly {name: string, id: string}[], ownUses: readonly object[], hasStyle: boolean, isRecorded: boolean}} Facts */

/** @param {string} id @returns {Promise<Facts>} */
async function readFacts(id) {
  const {[nameOf(id)]: experiment} = await evaluated(`${folder}${id}/experiment.ts`);
  if (experiment?.id !== id)
    throw new Plain(`src/experiments/${id}/experiment.ts: exports no ${nameOf(id)} with this id`);
  const file = `${folder}${id}/questions.ts`;
  const asked = existsSync(file) ? Object.entries(await evaluated(file)) : [];
  const questions = asked.map(([name, question]) => ({name, id: question.id}));
  const ownUses = Object.entries(
    /** @type {Record<string, {takesOwn?: object}>} */ (experiment.params),
  )
    .filter(([, {takesOwn}]) => takesOwn)
    .map(([param, {takesOwn}]) => ({experiment: id, param, ...takesOwn}));
  const hasStyle = existsSync(`${folder}${id}/view.css`);
  const isRecorded = existsSync(`${root}data/recorded/${id}.bin.gz`);
  const {title, sources, drivenParts = {}} = experiment;
  return {id, title, drivenParts, sources, questions, ownUses, hasStyle, isRecorded};
}

/** The exports of a module that reaches nothing but plain code. @param {string} entry */
async function evaluated(entry) {
  const {outputFiles} = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "error",
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? "").toString("base64")}`;
  return /** @type {Record<string, any>} */ (await import(url));
}

/** @param {readonly string[]} ids */
function descriptionsModule(ids) {
  const imports = ids.map(
    (id) => `import {${nameOf(id)}} from "../../experiments/${id}/experiment.js";`,
  );
  const entries = ids.map((id) => `  "${id}": ${nameOf(id)},`);
  return `import type {Experiment} from "../../lib/training/experiment.js";
${imports.join("\n")}

/** Every experiment's description, by id. */
export const experiments: Readonly<Record<string, Experiment>> = {
${entries.join("\n")}
};
`;
}

/** @param {readonly string[]} ids */
function loadersModule(ids) {
  const entries = ids.map(
    (id) => `  ${JSON.stringify(id)}: async () => (await import("../runnable/${id}.js")).runnable,`,
  );
  return `import type {Runnable} from "../../lib/training/setup.js";

/** Loads each experiment with how it is made, by id. */
export const loaders: Readonly<Record<string, () => Promise<Runnable>>> = {
${entries.join("\n")}
};
`;
}

/** @param {readonly string[]} ids */
function shownModule(ids) {
  const entries = ids.map(
    (id) => `  ${JSON.stringify(id)}: async () => {
    const [{${nameOf(id)}}, {view}] = await Promise.all([
      import("../../experiments/${id}/experiment.js"),
      import("../late/${id}.js"),
    ]);
    return {experiment: ${nameOf(id)}, view} as unknown as Shown;
  },`,
  );
  return `import type {ViewMaker} from "../../experiment/view.js";
import type {Experiment} from "../../lib/training/experiment.js";

/** An experiment, and what shows its runs. */
export interface Shown {
  readonly experiment: Experiment;
  view(): Promise<ViewMaker>;
}

/** Loads what a page needs to show each experiment, by id: for pages that do not know beforehand which it will be. */
export const shown: Readonly<Record<string, () => Promise<Shown>>> = {
${entries.join("\n")}
};
`;
}

/** What a worker fetches of an experiment, as one module: it is one file then. @param {string} id */
function runnableModule(id) {
  return `import {${nameOf(id)}} from "../../experiments/${id}/experiment.js";
import {${setupNameOf(id)}} from "../../experiments/${id}/setup.js";
import type {MakeSetup, Runnable} from "../../lib/training/setup.js";

/** \`${id}\` and how it is made. */
export const runnable: Runnable = {
  experiment: ${nameOf(id)},
  makeSetup: ${setupNameOf(id)} as unknown as MakeSetup,
};
`;
}

/** What a page that offers a reader's own pictures knows of the experiments that take them. @param {readonly Facts[]} facts */
function ownUsesModule(facts) {
  return `import type {OwnUse} from "../../lib/own-use.js";

/** Every param that takes a set of a reader's own, and what becomes of it. */
export const ownUses: readonly (OwnUse & {readonly experiment: string; readonly param: string})[] =
  ${JSON.stringify(
    facts.flatMap(({ownUses}) => ownUses),
    null,
    2,
  )};
`;
}

/** What a page that offers to put a reader's function into an experiment knows of each. @param {readonly Facts[]} facts */
function drivenPartsModule(facts) {
  const entries = facts.map(({id, title, drivenParts}) => [id, {title, parts: drivenParts}]);
  return `import type {Drivable} from "../../lib/training/experiment.js";

/** The parts of every experiment whose place a reader's function can take, by id: most have none. */
export const drivenParts: Readonly<Record<string, Drivable>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};
`;
}

/** @param {readonly Facts[]} asking */
function questionsModule(asking) {
  const imports = asking.map(
    ({id, questions}) =>
      `import {${questions.map(({name}) => name).join(", ")}} from "../../experiments/${id}/questions.js";`,
  );
  const names = asking.flatMap(({id, questions}) =>
    questions.map((question) => `  "${id}.${question.id}": ${question.name},`),
  );
  return `import type {SheetQuestion} from "../../lib/questions/sheet-question.js";
${imports.join("\n")}

/** Every question whose answer is a sheet, by experiment and name: how its recording is called, and a guess kept. */
export const sheetQuestions: Readonly<Record<string, SheetQuestion>> = {
${names.join("\n")}
};
`;
}

/** What a lesson imports: a page has the description, and all else when a reader comes near. @param {Facts} facts */
function pageModule({id, isRecorded}) {
  const name = nameOf(id);
  const attach = isRecorded ? 'import {FileAttachment} from "observablehq:stdlib";\n' : "";
  const recording = isRecorded
    ? `    recording: {
      start: FileAttachment("../../data/recorded/${id}.start.bin.gz"),
      whole: FileAttachment("../../data/recorded/${id}.bin.gz"),
    },\n`
    : "";
  return `${attach}import {experiment} from "../../experiment/experiment.js";
import {${name} as description} from "../../experiments/${id}/experiment.js";

/** \`${id}\` as it stands in a lesson. */
export const ${name} = (): HTMLElement =>
  experiment(description, {
    late: () => import("../late/${id}.js"),
${recording}  });
`;
}

/** What a page fetches of an experiment later. Framework copies only files whose paths are written out. @param {Facts} facts */
function lateModule({id, sources, hasStyle}) {
  const name = nameOf(id);
  const code = sources.map((path) => `  "${path}": FileAttachment("${served(path)}"),`);
  const styled = hasStyle
    ? `const styled = styleSheet(FileAttachment("../../experiments/${id}/view.css").href);\n`
    : "";
  return `import {FileAttachment} from "observablehq:stdlib";
${hasStyle ? 'import {styleSheet} from "../../controls/style-sheet.js";\n' : ""}import {${name}View} from "../../experiments/${id}/view.js";

${styled}/** Resolves when it can be shown. */
export const view = async () => {
${hasStyle ? "  await styled;\n" : ""}  return ${name}View;
};

/** The files of the description's \`sources\`, by their paths. */
export const sources = {
${code.join("\n")}
};
`;
}

/** The questions that a lesson asks, by themselves: a page keeps room for an experiment, and none for a question. @param {Facts} facts */
function askingModule({id, questions}) {
  return `import {FileAttachment} from "observablehq:stdlib";
import {sheetChoice} from "../../experiment/questions/sheet-choice.js";
${questions.map((question) => questionOf(id, question)).join("")}`;
}

/** @param {string} id @param {{name: string, id: string}} question */
function questionOf(id, question) {
  return `
/** \`${id}.${question.id}\` as it stands in a lesson. */
export const ${question.name} = (): HTMLElement =>
  sheetChoice("${id}.${question.id}", {
    question: async () => (await import("../../experiments/${id}/questions.js")).${question.name},
    sheets: FileAttachment("../../data/recorded/${id}.${question.id}.bin.gz"),
  });
`;
}

/** A source file of the project as a module below \`src/vendor/experiments\` reaches it. @param {string} path */
function served(path) {
  return `../../${path.replace(/^src\//, "")}`;
}

/**
 * What the page gets of the exercises: the specs, for the grader; the texts, as a module; the solutions, packed, so that
 * nobody comes across one in the site's files.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, relative} from "node:path";
import {deflateRawSync} from "node:zlib";
import * as esbuild from "esbuild";
import {withEvidence} from "./evidence-text.mjs";
import {htmlOf} from "./formulas.mjs";
import {root} from "./project.mjs";

/** Every exercise's folder, by chapter and slug. */
export function exerciseFolders() {
  const lessons = `${root}lessons/`;
  return readdirSync(lessons)
    .sort()
    .map((chapter) => `${lessons}${chapter}/exercises/`)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .sort()
        .map((slug) => folder + slug),
    );
}

/** @param {string} folder */
function isCode(folder) {
  return existsSync(`${folder}/starter.ts`);
}

/** `exercises:specs` loads each exercise's spec as a chunk; `…?program` is a module bundled to a script's text.
 * @type {esbuild.Plugin} */
export const exerciseModules = {
  name: "exercise-modules",
  setup(build) {
    build.onResolve({filter: /^exercises:specs$/}, ({path}) => ({path, namespace: "specs"}));
    build.onLoad({filter: /.*/, namespace: "specs"}, () => ({
      contents: specsModule(),
      resolveDir: root,
    }));
    build.onResolve({filter: /\?program$/}, ({path, resolveDir}) => ({
      path: `${resolveDir}/${path.replace(/\.js\?program$/, ".ts")}`,
      namespace: "program",
    }));
    build.onLoad({filter: /.*/, namespace: "program"}, async ({path}) => {
      const text = await bundledScript(path);
      const contents = `export const program = ${JSON.stringify(text)};`;
      return {contents, watchFiles: [...programFiles]};
    });
  },
};

function specsModule() {
  const folders = exerciseFolders();
  const code = loaders(folders.filter(isCode));
  const runs = loaders(folders.filter((folder) => !isCode(folder)));
  return `export const specs = {\n${code}\n};\nexport const runSpecs = {\n${runs}\n};\n`;
}

/** @param {readonly string[]} folders */
function loaders(folders) {
  return folders
    .map((folder) => {
      const [slug, spec] = [basename(folder), `${folder}/spec.ts`].map((text) =>
        JSON.stringify(text),
      );
      return `${slug}: () => import(${spec}),`;
    })
    .join("\n");
}

/** The sources of all programs: one may hold another, whose changes esbuild would not see. @type {Set<string>} */
const programFiles = new Set();

/** @param {string} entry */
async function bundledScript(entry) {
  const {outputFiles, metafile} = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    globalName: basename(entry, ".ts").replace(/-\w/g, ([, letter]) => letter?.toUpperCase() ?? ""),
    define: {"import.meta.url": '""'},
    plugins: [exerciseModules],
    logLevel: "error",
  });
  for (const file of Object.keys(metafile.inputs))
    if (!file.startsWith("program:")) programFiles.add(root + file);
  return outputFiles[0]?.text ?? "";
}

/** Path below `src/vendor` to contents. @returns {[path: string, contents: Uint8Array][]} */
export function exerciseFiles() {
  const folders = exerciseFolders();
  return [
    ["exercises.js", Buffer.from(textsModule(folders))],
    ["exercises.d.ts", Buffer.from(textsTypes)],
    ...folders.map(
      (folder) =>
        /** @type {[string, Uint8Array]} */ ([solutionPath(folder), packedSolution(folder)]),
    ),
  ];
}

/** @param {string} folder */
function solutionPath(folder) {
  return `exercises/${basename(folder)}.bin`;
}

/** @param {string} folder */
function packedSolution(folder) {
  const code = isCode(folder) ? readFileSync(`${folder}/solution.ts`, "utf8") : "";
  const file = `${folder}/solution.md`;
  const place = relative(root, file);
  const why = htmlOf(withEvidence(readFileSync(file, "utf8"), place), place);
  return deflateRawSync(JSON.stringify({code, why}), {level: 9});
}

/** @param {readonly string[]} folders */
function textsModule(folders) {
  const entries = folders.map((folder) => {
    const description = JSON.stringify(JSON.parse(readFileSync(`${folder}/exercise.json`, "utf8")));
    const starter = isCode(folder) ? readFileSync(`${folder}/starter.ts`, "utf8") : "";
    return `${JSON.stringify(basename(folder))}: {description: ${description}, starter: ${JSON.stringify(starter)}, solution: FileAttachment("./${solutionPath(folder)}")},`;
  });
  return `import {FileAttachment} from "observablehq:stdlib";
export const exerciseTexts = {\n${entries.join("\n")}\n};\n`;
}

const textsTypes = `interface ExerciseText {
  /** The content of exercise.json. */
  readonly description: unknown;
  /** "" when the exercise is about a run. */
  readonly starter: string;
  readonly solution: {arrayBuffer(): Promise<ArrayBuffer>};
}

/** By slug. */
export declare const exerciseTexts: Readonly<Record<string, ExerciseText>>;
`;

/**
 * Fills `src/vendor/` (git-ignored) with what Observable Framework cannot bundle itself: the worker, and packages whose
 * exports, workers, fonts or .wasm files it loses. A file is written only when its bytes change, so that the preview
 * reloads nothing in vain. All of it takes about two seconds, hence no finer bookkeeping.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, relative} from "node:path";
import * as esbuild from "esbuild";
import {courseFiles} from "./course-modules.mjs";
import {engineSizes, engineSizesModule} from "./engine-sizes.mjs";
import {exerciseFiles, exerciseModules} from "./exercise-modules.mjs";
import {experimentFiles, experimentIds} from "./experiment-modules.mjs";
import {fileFactsModule} from "./file-facts.mjs";
import {findEntries} from "./find-entries.mjs";
import {fontFiles} from "./fonts.mjs";
import {buildKernels} from "./kernels.mjs";
import {makeLinks} from "./links.mjs";
import {exclusively} from "./lock.mjs";
import {notebookBundles} from "./notebook-bundles.mjs";
import {notebookNamesModule} from "./notebook-names.mjs";
import {licenceTexts} from "./packages.mjs";
import {isMain, report, root} from "./project.mjs";
import {workerBundle} from "./worker-bundle.mjs";

const entries = `${root}tools/vendor/`;
export const vendorFolder = `${root}src/vendor/`;
export const workerEntry = `${root}src/experiments/worker.ts`;
const graderEntry = `${root}src/exercise/grader-worker.ts`;
const learnerEntry = `${root}src/exercise/learner-worker.ts`;
const credentialsEntry = `${root}src/provenance/credentials-worker.ts`;
const contentCredentials = `${root}node_modules/@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm`;
const quickJs = `${root}node_modules/@jitl/quickjs-ng-wasmfile-release-sync/dist/emscripten-module.wasm`;
const wasmFolder = `${root}node_modules/@tensorflow/tfjs-backend-wasm/dist/`;

/** @type {esbuild.BuildOptions} */
export const bundleOptions = {
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  legalComments: "none",
  define: {"process.env.NODE_ENV": '"production"'},
  outdir: vendorFolder,
  write: false,
  metafile: true,
  logLevel: "error",
};

/** One bundle per file of `tools/vendor/`, one for the worker, whose back ends are chunks loaded when chosen, one for the grader
 * of exercises, whose specs are, and the programs beside a reader's code and notebook, texts that the page hands to their sandboxes.
 * @returns {Promise<esbuild.BuildOptions[]>} */
async function bundles() {
  const grader = {entryPoints: [graderEntry], splitting: true, chunkNames: "grader/[name]-[hash]"};
  const learner = {
    entryPoints: [learnerEntry],
    format: /** @type {const} */ ("iife"),
    outExtension: {".js": ".txt"},
    define: {...bundleOptions.define, "import.meta.url": '""'},
  };
  return [
    ...entryNames().map((name) => ({
      ...bundleOptions,
      entryPoints: [`${entries}${name}.ts`],
      alias: name === "tfjs-vis" ? tfjsVisAliases : {},
      plugins: name === "d3" ? [d3Packages] : [],
    })),
    await workerBundle(bundleOptions, workerEntry),
    {...bundleOptions, entryPoints: [credentialsEntry]},
    {...bundleOptions, ...grader, plugins: [exerciseModules]},
    {...bundleOptions, ...learner, plugins: [exerciseModules]},
    ...notebookBundles(bundleOptions),
  ];
}

const tfjsVisAliases = {
  "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops": `${entries}stub-empty.ts`,
  "@tensorflow/tfjs-core": `${entries}stub-tfjs-core.ts`,
  "vega-embed": `${entries}stub-vega-embed.ts`,
};

/** An entry's `d3-…` is the one that D3 itself uses: another package's older version may lie beside it.
 * @type {esbuild.Plugin} */
const d3Packages = {
  name: "d3-packages",
  setup(build) {
    build.onResolve({filter: /^d3-/}, ({path, kind, resolveDir, pluginData}) =>
      pluginData === "d3" || !resolveDir.startsWith(dirname(`${entries}d3.ts`))
        ? undefined
        : build.resolve(path, {kind, resolveDir: `${root}node_modules/d3/`, pluginData: "d3"}),
    );
  },
};

function entryNames() {
  return readdirSync(entries)
    .filter((file) => file.endsWith(".ts") && !file.startsWith("stub-"))
    .map((file) => basename(file, ".ts"));
}

/** Writes everything under `src/vendor/` and removes what no longer belongs there. */
export async function vendor() {
  await exclusively(async () => {
    const made = await copyRuns();
    const written = new Set([...copyTypes(), ...copyAssets(), ...made]);
    const inputs = [];
    for (const options of await bundles()) {
      const result = await esbuild.build(options);
      writeOutputs(result, written);
      if (isWorker(options)) written.add(writeSizes(result));
      inputs.push(...Object.keys(result.metafile?.inputs ?? {}));
    }
    written.add(copyTo(`${vendorFolder}licences.txt`, Buffer.from(licenceTexts(inputs))));
    removeOthers(written);
  });
}

/** Writes what a run in Node reaches of it. No text of a lesson is read, which may tell what is yet to be measured. */
export async function vendorRuns() {
  await exclusively(copyRuns);
}

async function copyRuns() {
  makeLinks();
  await buildKernels();
  return (await experimentFiles()).map(([file, text]) => copyTo(vendorFolder + file, text));
}

/** Bundles again whenever a source changes, until the process ends. `changed` is told what was written.
 * @param {(files: readonly string[]) => void} changed */
export async function watchVendor(changed) {
  for (const options of await bundles()) {
    const plugin = /** @type {esbuild.Plugin} */ ({
      name: "write-changed",
      setup: (build) => build.onEnd((result) => changed(writeOutputs(result, new Set()))),
    });
    const context = await esbuild.context({
      ...options,
      logLevel: "warning",
      plugins: [...(options.plugins ?? []), plugin],
    });
    await context.watch();
  }
}

/** @param {esbuild.BuildResult} result @param {Set<string>} written @returns {string[]} the files that changed */
function writeOutputs(result, written) {
  const changed = [];
  for (const {path, contents} of result.outputFiles ?? []) {
    written.add(path);
    if (writeIfChanged(path, contents)) changed.push(relative(root, path));
  }
  return changed;
}

/** @param {esbuild.BuildOptions} options */
const isWorker = ({entryPoints}) => Array.isArray(entryPoints) && entryPoints[0] === workerEntry;

/** @param {esbuild.BuildResult} result */
function writeSizes(result) {
  const binary = `${wasmFolder}tfjs-backend-wasm-simd.wasm`;
  const text = engineSizesModule(engineSizes(result, binary, experimentIds()));
  return copyTo(`${vendorFolder}engine-sizes.ts`, Buffer.from(text));
}

/** An entry only re-exports names, so its text is also its declaration. */
function copyTypes() {
  return entryNames().map((name) =>
    copyTo(`${vendorFolder}${name}.d.ts`, readFileSync(`${entries}${name}.ts`)),
  );
}

function copyAssets() {
  const wasm = readdirSync(wasmFolder).filter((file) => file.endsWith(".wasm"));
  return [
    ...wasm.map((file) => copyTo(`${vendorFolder}wasm/${file}`, readFileSync(wasmFolder + file))),
    copyTo(`${vendorFolder}wasm/quickjs.wasm`, readFileSync(quickJs)),
    copyTo(`${vendorFolder}wasm/c2pa.wasm`, readFileSync(contentCredentials)),
    copyTo(`${vendorFolder}file-facts.ts`, Buffer.from(fileFactsModule())),
    copyTo(`${vendorFolder}notebook-names.ts`, Buffer.from(notebookNamesModule())),
    copyTo(`${vendorFolder}find.json`, Buffer.from(JSON.stringify(findEntries()))),
    ...courseFiles().map(([file, contents]) => copyTo(vendorFolder + file, contents)),
    ...exerciseFiles().map(([file, contents]) => copyTo(vendorFolder + file, contents)),
    ...fontFiles().map(([file, contents]) => copyTo(vendorFolder + file, contents)),
  ];
}

/** @param {string} path @param {Uint8Array} contents */
function copyTo(path, contents) {
  writeIfChanged(path, contents);
  return path;
}

/** @param {string} path @param {Uint8Array} contents */
function writeIfChanged(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return false;
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, contents);
  return true;
}

/** @param {Set<string>} written */
function removeOthers(written) {
  for (const file of readdirSync(vendorFolder, {recursive: true, withFileTypes: true})) {
    const path = `${file.parentPath}/${file.name}`.replace("//", "/");
    if (file.isFile() && !written.has(path)) rmSync(path);
  }
}

if (isMain(import.meta)) await report(vendor);

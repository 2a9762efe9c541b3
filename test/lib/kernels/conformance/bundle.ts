/** Spec files as modules that Node can run, with one TF.js between them, the kernels and the process that runs them. */
import {mkdirSync, rmSync} from "node:fs";
import * as esbuild from "esbuild";
import {cacheFolder, root} from "../../../../tools/project.mjs";
import type {SpecSuite} from "./suites.js";

export interface Bundle {
  readonly suite: SpecSuite;
  readonly folder: string;
}

/** What TF.js's CommonJS parts expect of Node. */
const commonJs = [
  'import {createRequire as $createRequire} from "node:module";',
  'import {dirname as $dirname} from "node:path";',
  'import {fileURLToPath as $fileURLToPath} from "node:url";',
  "const require = $createRequire(import.meta.url);",
  "const __filename = $fileURLToPath(import.meta.url);",
  "const __dirname = $dirname(__filename);",
].join("\n");

/** Bundles the files of `suite` into a folder of its own. */
export async function bundleSpecs(suite: SpecSuite): Promise<Bundle> {
  const folder = `${cacheFolder}conformance-${suite.name}-${process.pid}/`;
  mkdirSync(folder, {recursive: true});
  await esbuild.build({
    entryPoints: {
      "spec-process": `${root}test/lib/kernels/conformance/spec-process.ts`,
      watch: `${root}test/lib/kernels/conformance/watch.ts`,
      ...Object.fromEntries(suite.files.map((file) => [moduleOf(file), suite.folder + file])),
    },
    ...{outdir: folder, outExtension: {".js": ".mjs"}, bundle: true, splitting: true},
    ...{platform: "node", format: "esm", mainFields: ["module", "main"], logLevel: "error"},
    external: ["jasmine-core"],
    alias: {"@tensorflow/tfjs-core": `${root}node_modules/@tensorflow/tfjs-core`},
    banner: {js: commonJs},
    // Each spec file and each registration is there for what it does.
    ignoreAnnotations: true,
    keepNames: true,
  });
  return {suite, folder};
}

export function removeBundle({folder}: Bundle): void {
  rmSync(folder, {recursive: true, force: true});
}

/** Without its ending. */
export function moduleOf(file: string): string {
  return `specs/${file.replace(/\.\w+$/, "")}`;
}

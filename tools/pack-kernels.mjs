/**
 * Packs `lib/kernels` as it would be published: JavaScript with its declarations, the package.json, the README and the
 * licence. `npm run pack:kernels [folder]` leaves the archive in `folder`, by default the project's root.
 */
import {copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {resolve} from "node:path";
import * as esbuild from "esbuild";
import {buildKernels} from "./kernels.mjs";
import {cacheFolder, isMain, Plain, report, root, run} from "./project.mjs";

const source = `${root}lib/kernels/`;

/** Resolves to the path of the archive. @param {string} [target] an existing folder */
export async function packKernels(target = root) {
  await buildKernels();
  const stage = `${cacheFolder}kernels-package-${process.pid}/`;
  mkdirSync(stage, {recursive: true});
  try {
    copyTexts(stage);
    await Promise.all([writeModules(`${stage}dist`), writeDeclarations(stage)]);
    await finish("npm", [
      "pack",
      stage,
      "--pack-destination",
      resolve(target),
      "--no-update-notifier",
      "--loglevel=error",
    ]);
    return resolve(target, archiveName());
  } finally {
    rmSync(stage, {recursive: true, force: true});
  }
}

/** @param {string} stage */
function copyTexts(stage) {
  for (const file of ["package.json", "README.md"]) copyFileSync(source + file, stage + file);
  copyFileSync(`${root}LICENSE`, `${stage}LICENSE`);
}

/** The kernels of each back end stay a file apart, which is fetched only where that back end is.
 * @param {string} outdir */
async function writeModules(outdir) {
  await esbuild.build({
    entryPoints: [`${source}index.ts`],
    outdir,
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    target: "es2022",
    chunkNames: "[name]-[hash]",
    logLevel: "error",
  });
}

/** @param {string} stage */
async function writeDeclarations(stage) {
  const config = `${stage}tsconfig.json`;
  const compilerOptions = {
    ...{noEmit: false, declaration: true, emitDeclarationOnly: true},
    ...{rootDir: source, outDir: `${stage}dist`},
  };
  const files = [`${source}index.ts`];
  writeFileSync(
    config,
    JSON.stringify({extends: `${root}tsconfig.json`, compilerOptions, files, include: []}),
  );
  await finish(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", config]);
}

/** @param {string} program @param {readonly string[]} args */
async function finish(program, args) {
  const code = await run(program, args);
  if (code !== 0) throw new Plain(`the kernels were not packed: ${program} ended with ${code}`);
}

/** As npm names it. */
function archiveName() {
  const {name, version} = JSON.parse(readFileSync(`${source}package.json`, "utf8"));
  return `${name}-${version}.tgz`;
}

if (isMain(import.meta)) await report(() => packKernels(process.argv[2]));

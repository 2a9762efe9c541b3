/** A folder from which the measurement on a GPU runs by itself. */
import {spawnSync} from "node:child_process";
import {copyFileSync, existsSync, mkdirSync} from "node:fs";
import * as esbuild from "esbuild";
import {defaultParams} from "../../lib/params.js";
import {findExperiment} from "../../src/experiments/index.js";
import {cacheFolder, root} from "../../tools/project.mjs";
import {runNames} from "./runs.js";

/** The package of Dawn for Node, fetched when it is needed: 130 MB for five systems are too many to have with each install. */
const dawn = "webgpu@0.6.2";
const dawnFolder = `${cacheFolder}dawn/`;
const wasm = "tfjs-backend-wasm-simd.wasm";
/** What TF.js's packages for Node are used to have. */
const ofCommonJs = `import {createRequire as requireOf} from "node:module";
const [require, __dirname] = [requireOf(import.meta.url), import.meta.dirname];`;
/** Of the system, or of Chromium. */
const vulkanLoaders = [
  "/usr/lib/x86_64-linux-gnu/libvulkan.so.1",
  "/usr/lib/chromium/libvulkan.so.1",
];

/** Fills a folder with the program, Dawn and the data of the runs, and returns its path. Throws an Error where a part can't be had. */
export async function gpuFolder(): Promise<string> {
  const folder = `${cacheFolder}gpu/`;
  mkdirSync(folder, {recursive: true});
  copyFileSync(fetchedDawn(), `${folder}dawn.node`);
  for (const name of ["start", "program"]) await bundle(name, folder);
  copyFileSync(`${root}node_modules/@tensorflow/tfjs-backend-wasm/dist/${wasm}`, folder + wasm);
  copyFileSync(`${root}bench/reference.py`, `${folder}reference.py`);
  for (const name of dataNames()) {
    mkdirSync(folder + name.replace(/[^/]*$/, ""), {recursive: true});
    copyFileSync(`${root}data/${name}.bin.gz`, `${folder}${name}.bin.gz`);
  }
  const loader = vulkanLoaders.find(existsSync);
  if (loader) copyFileSync(loader, `${folder}libvulkan.so.1`);
  else
    console.warn(
      `no loader of Vulkan here (${vulkanLoaders.join(", ")}): the machine must have it`,
    );
  return folder;
}

function fetchedDawn(): string {
  const file = `${dawnFolder}node_modules/webgpu/dist/${process.platform}-${process.arch}/dawn.node`;
  if (existsSync(file)) return file;
  const args = ["install", "--no-save", "--ignore-scripts", "--prefix", dawnFolder, dawn];
  const {stderr} = spawnSync("npm", args, {encoding: "utf8"});
  if (existsSync(file)) return file;
  throw new Error(
    `${dawn} could not be fetched for ${process.platform}-${process.arch}: ${stderr}`,
  );
}

/** Data files lie beside the program, as they lie beside data/data-file.ts. */
async function bundle(name: string, folder: string): Promise<void> {
  await esbuild.build({
    entryPoints: [`${root}bench/gpu/${name}.ts`],
    outfile: `${folder}${name}.mjs`,
    ...{bundle: true, format: "esm", platform: "node", logLevel: "error"},
    banner: {js: ofCommonJs},
  });
}

function dataNames(): readonly string[] {
  const names = runNames.flatMap((id) => {
    const {files, params} = findExperiment(id);
    return files(defaultParams(params));
  });
  return [...new Set(names)];
}

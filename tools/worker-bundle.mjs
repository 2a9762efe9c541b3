/**
 * How the worker is bundled: what is shared in a few files, and beside them one for each experiment and each back end.
 */
import {readFileSync} from "node:fs";
import {relative} from "node:path";
import {gzipSync} from "node:zlib";
import * as esbuild from "esbuild";
import {chunkGroups} from "./chunk-groups.mjs";
import {root} from "./project.mjs";

/** Files that an experiment fetches beside its own, the worker's, what all share, and the two of a back end. */
const mostShared = 5;

/** TF.js reaches for Node's modules behind checks that are false in a browser; an empty module satisfies the bundler.
 * @type {esbuild.Plugin} */
export const nodeStubs = {
  name: "node-stubs",
  setup(build) {
    const filter = /^(node:.*|fs|path|os|crypto|util|perf_hooks|worker_threads|string_decoder)$/;
    build.onResolve({filter}, ({path}) => ({path, namespace: "node-stub"}));
    build.onLoad({filter: /.*/, namespace: "node-stub"}, () => ({contents: "export {}"}));
  },
};

/** The course's wasm runs in one thread, so that sums have one order: the loader of TF.js's threaded build stays out.
 * @type {esbuild.Plugin} */
export const oneThread = {
  name: "one-thread",
  setup(build) {
    build.onLoad({filter: /tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/}, () => ({
      contents: 'export default {}; export const wasmWorkerContents = "";',
    }));
  },
};

/** `options` that bundle the worker of `entry`. @param {esbuild.BuildOptions} options @param {string} entry
 * @returns {Promise<esbuild.BuildOptions>} */
export async function workerBundle(options, entry) {
  const split = splitBundle(options, entry);
  const {metafile, outputFiles = []} = await esbuild.build({
    ...split,
    write: false,
    metafile: true,
  });
  const groups = groupsOf(
    /** @type {esbuild.Metafile} */ (metafile),
    (chunk) => gzipSync(outputFiles.find(({path}) => path.endsWith(chunk))?.contents ?? "").length,
  );
  return {...split, plugins: [...split.plugins, together(groups)]};
}

/** The same, split as esbuild does it. @param {esbuild.BuildOptions} options @param {string} entry */
export function splitBundle(options, entry) {
  return {
    ...options,
    entryPoints: [entry],
    absWorkingDir: root,
    splitting: true,
    chunkNames: "worker/[name]-[hash]",
    plugins: [nodeStubs, oneThread],
  };
}

/** @param {esbuild.Metafile} metafile @param {(chunk: string) => number} sizeOf compressed bytes */
function groupsOf({outputs}, sizeOf) {
  const entries = Object.values(outputs).filter(({entryPoint}) => entryPoint);
  const usersOf = (/** @type {string} */ chunk) =>
    entries
      .filter(({imports}) =>
        imports.some(({path, kind}) => path === chunk && kind === staticImport),
      )
      .map(({entryPoint = ""}) => entryPoint);
  const chunks = Object.entries(outputs)
    .filter(([, {entryPoint}]) => !entryPoint)
    .map(([name, {inputs, imports}]) => ({
      names: [name],
      modules: Object.keys(inputs).filter((path) => !path.includes(":")),
      size: sizeOf(name),
      users: new Set(usersOf(name)),
      imports: imports.filter(({kind}) => kind === staticImport).map(({path}) => path),
    }));
  return chunkGroups(
    chunks,
    isEverywhere(entries.map(({entryPoint = ""}) => entryPoint)),
    mostShared,
  );
}

const staticImport = "import-statement";
const isExperiment = (/** @type {string} */ entry) => entry.includes("/vendor/runnable/");

/** Everybody fetches what the worker begins with, and what all experiments or several back ends share.
 * @param {readonly string[]} entries @returns {(chunk: {users: ReadonlySet<string>}) => boolean} */
function isEverywhere(entries) {
  const experiments = entries.filter(isExperiment);
  return ({users}) =>
    users.has(entries.find((entry) => entry.endsWith("/worker.ts")) ?? "") ||
    experiments.every((entry) => users.has(entry)) ||
    [...users].filter((entry) => !isExperiment(entry)).length > 1;
}

/** Modules that the same entries reach become one chunk: so each user of a group imports all of the group.
 * @param {readonly import("./chunk-groups.mjs").Group[]} groups @returns {esbuild.Plugin} */
function together(groups) {
  const lines = (/** @type {readonly string[]} */ paths) =>
    paths.map((path) => `import ${JSON.stringify(path)};`).join("\n");
  return {
    name: "together",
    setup(build) {
      // A package without side effects is imported for its place in a chunk, not for its effects.
      build.initialOptions.logOverride = {"ignored-bare-import": "silent"};
      build.onResolve({filter: /^chunk-group:/}, ({path}) => ({path, namespace: "chunk-group"}));
      build.onLoad({filter: /.*/, namespace: "chunk-group"}, ({path}) => {
        const group = groups[Number(path.split(":")[1])];
        return {
          contents: lines((group?.modules ?? []).map((each) => root + each)),
          resolveDir: root,
        };
      });
      build.onLoad({filter: /\.[jt]s$/, namespace: "file"}, ({path}) => {
        const own = groups.flatMap(({users}, i) =>
          users.has(relative(root, path)) ? `chunk-group:${i}` : [],
        );
        if (own.length === 0) return undefined;
        return {contents: `${readFileSync(path)}\n${lines(own)}`, loader: loaderOf(path)};
      });
    },
  };
}

/** @param {string} path @returns {esbuild.Loader} */
const loaderOf = (path) => (path.endsWith(".ts") ? "ts" : "js");

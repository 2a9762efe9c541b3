/**
 * How many bytes of code a first Train fetches, compressed as a server sends them: so that the page can say how much of how much has come.
 */
import {readFileSync} from "node:fs";
import {gzipSync} from "node:zlib";

/** Entries by what they are fetched for. Of wasm also its binary. @type {Readonly<Record<string, readonly RegExp[]>>} */
const backends = {
  wasm: [/tfjs-backend-wasm\/dist\/index\.js$/, /^lib\/kernels\/wasm\/index\.ts$/],
  webgpu: [/tfjs-backend-webgpu\/dist\/index\.js$/, /^lib\/kernels\/webgpu\/index\.ts$/],
  webgl: [/tfjs-backend-webgl\/dist\/index\.js$/],
  cpu: [/tfjs-backend-cpu\/dist\/index\.js$/],
};

/**
 * @typedef {{script: number, backends: Readonly<Record<string, number>>, experiments: Readonly<Record<string, number>>}} EngineSizes
 */

/**
 * Sizes of the worker's own script, and of what each back end and each experiment needs beside it. A file that both need is counted with
 * the back end, which is fetched first.
 * @param {import("esbuild").BuildResult} result @param {string} wasmBinary @param {readonly string[]} ids @returns {EngineSizes}
 */
export function engineSizes({metafile, outputFiles = []}, wasmBinary, ids) {
  const outputs = metafile?.outputs ?? {};
  const sizeOf = (/** @type {string} */ name) => {
    const file = outputFiles.find(({path}) => path.endsWith(name));
    return file ? gzipSync(file.contents).length : 0;
  };
  const sum = (/** @type {Iterable<string>} */ files) =>
    [...files].reduce((total, file) => total + sizeOf(file), 0);
  const without = (/** @type {Set<string>} */ files, /** @type {Set<string>} */ known) =>
    [...files].filter((file) => !known.has(file));
  const fetched = (/** @type {readonly RegExp[]} */ entries) => reached(outputs, entries);

  const script = fetched([/^src\/experiments\/worker\.ts$/]);
  const wasm = fetched(backends.wasm ?? []);
  const binary = gzipSync(readFileSync(wasmBinary)).length;
  return {
    script: sum(script),
    backends: Object.fromEntries(
      Object.entries(backends).map(([name, entries]) => [
        name,
        sum(without(fetched(entries), script)) + (name === "wasm" ? binary : 0),
      ]),
    ),
    experiments: Object.fromEntries(
      ids.map((id) => [
        id,
        sum(
          without(
            fetched([new RegExp(`^src/vendor/runnable/${id}\\.ts$`)]),
            new Set([...script, ...wasm]),
          ),
        ),
      ]),
    ),
  };
}

/** The files of `entries` and all that they import before they run.
 * @param {import("esbuild").Metafile["outputs"]} outputs @param {readonly RegExp[]} entries */
function reached(outputs, entries) {
  const files = Object.keys(outputs).filter((file) =>
    entries.some((entry) => entry.test(outputs[file]?.entryPoint ?? "")),
  );
  const all = new Set(files);
  for (const file of all)
    for (const {path, kind} of outputs[file]?.imports ?? [])
      if (kind === "import-statement") all.add(path);
  return all;
}

/** @param {EngineSizes} sizes */
export function engineSizesModule({script, backends: each, experiments}) {
  return `/** Compressed bytes of code that a first Train fetches: the worker's own, and beside it each back end's and each experiment's. */
export const engineSizes: {
  readonly script: number;
  readonly backends: Readonly<Record<string, number>>;
  readonly experiments: Readonly<Record<string, number>>;
} = ${JSON.stringify({script, backends: each, experiments}, undefined, 2)};
`;
}

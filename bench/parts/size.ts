/** How much a reader's browser fetches: this project's kernels, and all that trains in the worker of the built site. */
import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {brotliCompressSync} from "node:zlib";
import {kernelBytes} from "../../lib/kernels/wasm/kernel-bytes.js";
import {backendNames} from "../../lib/training/protocol.js";
import {vendor, vendorFolder} from "../../tools/vendor.mjs";
import {gzipBytes, kernelsBundle} from "../kernel-size.js";
import type {Part, Row} from "../part.js";

export const size: Part = {
  title: "Size of the engine",
  async measure(say) {
    say("bundling");
    await vendor();
    const rows = [
      row("kernels, compiled", [await kernelBytes()]),
      row("kernels, bundle without TF.js", [await kernelsBundle()]),
      ...workerRows(),
    ];
    const note =
      "Bytes as they are, by gzip (level 9) and by Brotli, each file by itself. The worker fetches the back end it uses and no " +
      "other; budget with one back end: 330 kB by gzip.";
    return [{title: "Bytes", rows, note}];
  },
};

/** The worker with each of the back ends it can load, and whatever those import. */
function workerRows(): Row[] {
  const entry = `${vendorFolder}worker.js`;
  const text = readFileSync(entry, "utf8");
  const backends = backendNames.map((name) => [name, loadedAs(name, text)] as const);
  return backends.map(([name, path]) => {
    // The kernels of a back end are a chunk named for it.
    const kernels = text.match(`import\\("(\\./worker/${name}-[^"]+)"\\)`)?.[1];
    const own = kernels ? [path, kernels] : [path];
    const files = closure([entry, ...own.map((file) => join(vendorFolder, file))]);
    const wasm = name === "wasm" ? [`${vendorFolder}wasm/tfjs-backend-wasm-simd.wasm`] : [];
    const contents = [...files, ...wasm].map((file) => readFileSync(file));
    return row(`course's worker with ${name}${wasm.length ? " and its binary" : ""}`, contents);
  });
}

/** The file that the worker's `text` imports for a back end. */
function loadedAs(name: string, text: string): string {
  const path = text.match(`\\b${name}:async[^,]*?import\\("([^"]+)"\\)`)?.[1];
  if (!path) throw new Error(`the worker loads no back end ${name}`);
  return path;
}

/** The files and all that they import at once. */
function closure(entries: readonly string[]): Set<string> {
  const files = new Set(entries);
  // A set's walk comes to what is added on the way.
  for (const file of files)
    for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:from|import)"(\.[^"]+)"/g))
      files.add(join(dirname(file), path!));
  return files;
}

function row(what: string, files: readonly Uint8Array[]): Row {
  const sum = (bytes: (file: Uint8Array) => number) =>
    files.reduce((total, file) => total + bytes(file), 0);
  return {
    what,
    raw: sum((file) => file.length),
    gzip: sum(gzipBytes),
    brotli: sum((file) => brotliCompressSync(file).length),
  };
}

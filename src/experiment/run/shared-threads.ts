/** For the worker of a run: memory that threads share, where the page is isolated from other origins, and how many there may be. */
import type {StartOptions} from "../../lib/training/protocol.js";

const binary = "tfjs-backend-wasm-simd.wasm";

/** More don't pay for models of this size. */
const mostThreads = 4;

/** How many a run may have: a machine with more than two cores keeps one for the page. */
export function threadsHere(): number {
  const cores = navigator.hardwareConcurrency ?? 1;
  return Math.min(mostThreads, cores > 2 ? cores - 1 : cores);
}

/** `share` makes the memory of a binary a shared one. Where anything is in the way, all stay as they are: they do the same on one thread. */
export async function shareMemory(
  paths: StartOptions["wasmPaths"],
  share: (binary: Uint8Array) => Uint8Array<ArrayBuffer>,
): Promise<StartOptions["wasmPaths"]> {
  if (!self.crossOriginIsolated || typeof paths === "string" || !paths[binary]) return paths;
  try {
    const bytes = new Uint8Array(await (await fetch(paths[binary])).arrayBuffer());
    new WebAssembly.Memory({initial: 1, maximum: 65536, shared: true}); // some phones have no room for it
    const file = new Blob([share(bytes)], {type: "application/wasm"});
    return {...paths, [binary]: URL.createObjectURL(file)};
  } catch {
    return paths;
  }
}

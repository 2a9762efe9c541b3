import {loadFile} from "../lib/datasets/load-file.js";
import {fileSources} from "./run/files.js";
import {patienceMs} from "./run/patience.js";

/** The verified and unpacked bytes of a file of `data/`, for a figure without a worker. */
export async function pictureFile(name: string): Promise<Uint8Array> {
  const {[name]: source} = await fileSources([name]);
  return loadFile(source!, {
    fetch: fetch.bind(globalThis),
    signal: AbortSignal.timeout(patienceMs),
  });
}

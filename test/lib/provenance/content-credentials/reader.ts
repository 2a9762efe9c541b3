/** The library that reads Content Credentials, under Node. */
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import * as library from "@contentauth/c2pa-wasm";

/** A file whose bytes can be had at once, which the library expects of its worker's FileReaderSync. */
export class ReadBlob extends Blob {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, type: string) {
    super([new Uint8Array(bytes)], {type});
    this.#bytes = bytes;
  }

  override slice(from?: number, to?: number, type = this.type): Blob {
    return new ReadBlob(this.#bytes.subarray(from, to), type);
  }

  get whole(): ArrayBuffer {
    return new Uint8Array(this.#bytes).buffer;
  }
}

class FileReaderSync {
  readAsArrayBuffer(blob: ReadBlob): ArrayBuffer {
    return blob.whole;
  }
}

export async function startReader(): Promise<typeof library> {
  Object.assign(globalThis, {FileReaderSync});
  const file = createRequire(import.meta.url).resolve("@contentauth/c2pa-wasm/c2pa.wasm");
  await library.default({module_or_path: await WebAssembly.compile(readFileSync(file))});
  return library;
}

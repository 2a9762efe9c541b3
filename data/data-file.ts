import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";

const read = new Map<string, Uint8Array>();

/** The unzipped bytes of `data/<name>.bin.gz`, read once. They are everyone's: write into a copy. */
export function dataFile(name: string): Uint8Array {
  const bytes = read.get(name) ?? unzip(name);
  read.set(name, bytes);
  return bytes;
}

/** Those files by their names, as a run is given them. */
export function dataFiles(...names: readonly string[]): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(names.map((name) => [name, dataFile(name)]));
}

function unzip(name: string): Uint8Array {
  const path = new URL(`${name}.bin.gz`, import.meta.url);
  return new Uint8Array(gunzipSync(readFileSync(path)));
}

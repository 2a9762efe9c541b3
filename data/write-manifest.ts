/** Keeps `data/manifest.json`: every script that makes a file of `data/` records it here. */
import {createHash} from "node:crypto";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import type {Manifest, ManifestEntry} from "../lib/datasets/manifest.js";

const folder = new URL(".", import.meta.url);
const manifest = new URL("manifest.json", folder);

/** What the maker of a file knows; length, hash and date are found here. */
export type FileFacts = Omit<ManifestEntry, "bytes" | "sha256" | "date">;

export function readManifest(): Manifest {
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : {files: {}};
}

/** Writes `bytes` to `facts.file` in `data/` and its entry `key` to the manifest. The date stays while the bytes do. */
export function writeData(key: string, bytes: Uint8Array, facts: FileFacts): ManifestEntry {
  writeFileSync(new URL(facts.file, folder), bytes);
  return writeManifest(key, facts);
}

/** Records the file `facts.file`, which is in `data/` already, as entry `key`. */
export function writeManifest(key: string, facts: FileFacts): ManifestEntry {
  const {files} = readManifest();
  const entry = {...facts, ...measured(facts.file, files[key])};
  const sorted = Object.entries({...files, [key]: entry}).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(manifest, `${JSON.stringify({files: Object.fromEntries(sorted)}, undefined, 2)}\n`);
  return entry;
}

function measured(file: string, before: ManifestEntry | undefined) {
  const bytes = readFileSync(new URL(file, folder));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const date = before?.sha256 === sha256 ? before.date : new Date().toISOString().slice(0, 10);
  return {bytes: bytes.length, sha256, date};
}

/** What a page must know of a file of `data/` to load it and to see that it is whole. All the rest that the manifest says is for readers. */
import {readFileSync} from "node:fs";
import {root} from "./project.mjs";

/**
 * A module with length, hash and shape of each file that runs and figures load, by name. Recorded runs are named by the pages
 * themselves, which Framework gives their hashes.
 */
export function fileFactsModule() {
  /** @type {import("../lib/datasets/manifest.js").Manifest} */
  const {files} = JSON.parse(readFileSync(`${root}data/manifest.json`, "utf8"));
  const loaded = Object.entries(files).filter(([name]) => !name.startsWith("recorded-"));
  const facts = loaded.map(([name, {bytes, sha256, shape}]) => [name, {bytes, sha256, shape}]);
  return `import type {ManifestEntry} from "../lib/datasets/manifest.js";

/** Of the files of \`data/\` that runs and figures load, by name. */
export const fileFacts: Readonly<Record<string, Pick<ManifestEntry, "bytes" | "sha256" | "shape">>> =
  ${JSON.stringify(Object.fromEntries(facts))};
`;
}

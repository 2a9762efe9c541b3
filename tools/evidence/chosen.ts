/** Choices that are others with every commit, so that in time each run is repeated. */
import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {digest} from "./digest.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The commit that is checked out; the package's version where there is no git. */
export function commit(): string {
  try {
    const options = {cwd: root, stdio: "pipe", encoding: "utf8"} as const;
    return execFileSync("git", ["rev-parse", "HEAD"], options).trim();
  } catch {
    return JSON.parse(readFileSync(`${root}package.json`, "utf8")).version;
  }
}

/** `things` in an order that `chance` decides, by their names. */
export function shuffledBy<T>(
  chance: string,
  things: readonly T[],
  nameOf: (thing: T) => string,
): T[] {
  const byKey = things.map((thing) => ({thing, key: digest(chance, nameOf(thing))}));
  return byKey.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({thing}) => thing);
}

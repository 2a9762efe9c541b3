/**
 * `src/lib`, `src/lessons` and `src/data` are links to the top-level folders, because Observable Framework refuses
 * imports from outside its root. Git ignores them; whoever needs them makes them.
 */
import {existsSync, mkdirSync, symlinkSync} from "node:fs";
import {root} from "./project.mjs";

const folders = ["lib", "lessons", "data"];

/** Makes the links that are missing. A "junction" needs no rights on Windows, but an absolute target. */
export function makeLinks() {
  for (const folder of folders) {
    const link = `${root}src/${folder}`;
    mkdirSync(`${root}${folder}`, {recursive: true});
    if (existsSync(link)) continue;
    if (process.platform === "win32") symlinkSync(`${root}${folder}`, link, "junction");
    else symlinkSync(`../${folder}`, link);
  }
}

import {execFileSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A copy of the working tree with packages of its own, in which a measurement may change what it likes. */
export interface ScratchTree {
  readonly folder: string;
  remove(): void;
}

/** All files that git knows or would add. The packages are hard links where the disk allows, so that it takes seconds. */
export function scratchTree(): ScratchTree {
  const folder = mkdtempSync(join(tmpdir(), "from-noise-scratch-"));
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {cwd: root});
  for (const file of new Set(files.toString().split("\0").filter(Boolean))) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    cpSync(join(root, file), join(folder, file), {errorOnExist: false});
  }
  linkPackages(join(folder, "node_modules"));
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})};
}

function linkPackages(to: string): void {
  const from = join(root, "node_modules");
  try {
    execFileSync("cp", ["-al", from, to], {stdio: "ignore"});
  } catch {
    rmSync(to, {recursive: true, force: true});
    cpSync(from, to, {recursive: true, verbatimSymlinks: true});
  }
  // What the tools keep there is written over in place, and would be through the link.
  rmSync(join(to, ".cache"), {recursive: true, force: true});
}

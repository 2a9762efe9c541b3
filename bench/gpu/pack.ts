import {spawnSync} from "node:child_process";
import {chmodSync, copyFileSync, rmSync, statSync} from "node:fs";
import {basename, resolve} from "node:path";
import {Plain} from "../../tools/project.mjs";
import {gpuFolder} from "./folder.js";

const mostBytes = 60e6;

/** Writes the archive `file` (.tar.gz) with all that the measurement needs but the GPU's driver, and says how it is run. */
export async function pack(file: string): Promise<void> {
  const folder = await gpuFolder();
  const node = `${folder}node`;
  copyFileSync(process.execPath, node);
  chmodSync(node, 0o755);
  // Two fifths of it are names of functions. Where there is no strip, the archive is larger.
  spawnSync("strip", [node]);
  const path = resolve(file);
  const {status, stderr} = spawnSync("tar", ["-C", folder, "-czf", path, "."], {encoding: "utf8"});
  rmSync(node);
  if (status !== 0) throw new Plain(`tar could not write ${path}: ${stderr}`);
  const {size} = statSync(path);
  if (size > mostBytes) throw new Plain(`${path} has ${size} bytes (at most ${mostBytes})`);
  console.log(`${path}: ${(size / 1e6).toFixed(1)} MB. On the machine with the GPU (${process.platform} ${process.arch}):
mkdir gpu && tar -xzf ${basename(path)} -C gpu && gpu/node gpu/start.mjs`);
}

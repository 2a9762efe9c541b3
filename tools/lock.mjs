/** One build at a time: two that write `src/vendor` together would read each other's half-written files. */
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {cacheFolder} from "./project.mjs";

const file = `${cacheFolder}lock`;
let held = 0;

/** Runs `work` while no other process holds the lock. A lock whose owner is gone counts as free. Reentrant.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>} */
export async function exclusively(work) {
  if (held === 0) await take();
  held++;
  try {
    return await work();
  } finally {
    if (--held === 0) rmSync(file, {force: true});
  }
}

async function take() {
  mkdirSync(cacheFolder, {recursive: true});
  for (let told = false; ; await sleep(200)) {
    try {
      writeFileSync(file, String(process.pid), {flag: "wx"});
      return;
    } catch {
      const owner = ownerOf();
      if (owner !== undefined && !isAlive(owner)) rmSync(file, {force: true});
      else if (!told) console.log("waiting for another build of this checkout to end …");
      told = true;
    }
  }
}

function ownerOf() {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

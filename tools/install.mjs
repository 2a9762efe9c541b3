/**
 * Installs the packages of package-lock.json when they are missing or out of date; otherwise touches nothing, not even
 * the network. Needs no package itself.
 */
import {createHash} from "node:crypto";
import {existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {cacheFolder, isMain, Plain, report, root, run} from "./project.mjs";

const stamp = `${cacheFolder}installed`;

/** Resolves when `node_modules` fits the lock file. */
export async function install() {
  checkNode();
  if (isInstalled()) return;
  refuseLink();
  console.log("installing packages (npm ci) …");
  const code = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0)
    throw new Plain("npm ci failed. It needs the network once; everything after it works without.");
  markInstalled();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Plain(`Node ${process.versions.node} is too old: 20.19 or later is needed.`);
}

/** npm ci would empty the folder that a link leads to, which is another project's. */
function refuseLink() {
  if (!lstatSync(`${root}node_modules`, {throwIfNoEntry: false})?.isSymbolicLink()) return;
  throw new Plain(
    "node_modules is a link, and what it leads to does not fit package-lock.json. Run npm ci there, or remove the link.",
  );
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(`${root}package-lock.json`))
    .digest("hex");
}

/** npm writes node_modules/.package-lock.json last, so without it an install was cut short. */
function isInstalled() {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false;
  return (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash()) || isSame();
}

/** Whether every version installed agrees with the lock file, however it got there; it is then left alone. */
function isSame() {
  const wanted = packagesOf(`${root}package-lock.json`);
  const there = packagesOf(`${root}node_modules/.package-lock.json`);
  const agrees = Object.entries(there).every(
    ([path, {version}]) => wanted[path]?.version === version,
  );
  const complete = Object.entries(wanted).every(
    ([path, {optional}]) => path === "" || optional || path in there,
  );
  if (agrees && complete) markInstalled();
  return agrees && complete;
}

/** @param {string} file @returns {Record<string, {version?: string, optional?: boolean}>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

function markInstalled() {
  mkdirSync(cacheFolder, {recursive: true});
  writeFileSync(stamp, lockHash());
}

if (isMain(import.meta)) await report(install);

/**
 * `npm run build`: vendor files, Observable Framework, finishing touches and checks.
 * A new site replaces `dist` only when it has passed every check, so a failed build never takes the last good one away.
 */
import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {checkSite} from "./check-site.mjs";
import {makeLinks} from "./links.mjs";
import {exclusively} from "./lock.mjs";
import {finish} from "./postbuild.mjs";
import {basePath, cacheFolder, isMain, Plain, report, root} from "./project.mjs";
import {vendor} from "./vendor.mjs";

export const distFolder = `${root}dist/`;
const framework = `${root}node_modules/@observablehq/framework/dist/`;
const stamp = `${cacheFolder}built`;

/** Builds the site into `dist`. */
export async function build() {
  await exclusively(async () => {
    const start = performance.now();
    makeLinks();
    const sources = sourceStamp();
    const staging = `${cacheFolder}site-${process.pid}/`;
    try {
      await vendor();
      await runFramework(staging);
      await finish(staging);
      await checkSite(staging, basePath);
      replaceDist(staging);
      writeFileSync(stamp, sources);
    } finally {
      rmSync(staging, {recursive: true, force: true});
    }
    console.log(`built dist in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  });
}

/** Builds unless `dist` is newer than everything it is made from. */
export async function buildIfStale() {
  makeLinks();
  const fresh = existsSync(`${distFolder}index.html`) && existsSync(stamp);
  if (!fresh || readFileSync(stamp, "utf8") !== sourceStamp()) await build();
}

/** Framework's own messages are shown only when it fails: it prints a line per file. @param {string} output */
async function runFramework(output) {
  avoidRegistry();
  const env = {
    ...process.env,
    SITE_OUTPUT: output,
    BASE_PATH: basePath,
    OBSERVABLE_TELEMETRY_DISABLE: "true",
  };
  const child = spawn(process.execPath, [`${framework}bin/observable.js`, "build"], {
    cwd: root,
    env,
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (/** @type {Buffer} */ part) => {
      text += part;
    });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const lines = [...new Set(text.split("\n").filter((line) => line && !progress.test(line)))];
  if (code !== 0) throw new Plain(`Framework's build failed:\n${lines.join("\n")}`);
  for (const line of lines.filter((each) => trouble.test(each)))
    console.warn(`Framework: ${line.trim()}`);
}

const progress = /^(load|copy|build|bundle|alias|render|built) /;
const trouble = /\b(error|non-local|strict mode)\b/i;

/** Framework asks the npm registry for the newest versions of the libraries its client could load, even unused. An empty
 * folder in its cache counts as a known version; nothing is ever loaded from it, and the checks make sure. */
export function avoidRegistry() {
  for (const file of readdirSync(`${framework}client`, {recursive: true, encoding: "utf8"})) {
    if (!file.endsWith(".js")) continue;
    const text = readFileSync(`${framework}client/${file}`, "utf8");
    for (const [, name] of text.matchAll(/["']npm:((?:@[\w.-]+\/)?[\w.-]+)/g))
      mkdirSync(`${root}src/.observablehq/cache/_npm/${name}@0.0.0`, {recursive: true});
  }
}

/** @param {string} staging */
function replaceDist(staging) {
  const old = `${cacheFolder}old-${process.pid}`;
  if (existsSync(distFolder)) renameSync(distFolder, old);
  renameSync(staging, distFolder);
  rmSync(old, {recursive: true, force: true});
}

/** A hash of name, size and time of every file the site is made from. */
function sourceStamp() {
  const hash = createHash("sha256").update(basePath);
  for (const path of [
    ...["src", "lib", "lessons", "data", "tools"].flatMap(filesUnder),
    ...["observablehq.config.ts", "package-lock.json"],
  ]) {
    const {size, mtimeMs} = statSync(root + path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(root + folder, {withFileTypes: true})
    .filter(({name}) => ![".observablehq", "vendor"].includes(name) || folder === "tools")
    .flatMap((entry) => {
      if (entry.isSymbolicLink()) return [];
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

if (isMain(import.meta)) await report(build);

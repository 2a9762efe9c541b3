/** Finds a Chromium for the browser tests, and installs one where there is none. */
import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {chromium} from "playwright";
import {isMain, Plain, report, root, run} from "./project.mjs";

/** Chromium without its window, which opens pages in two thirds of the time: the same engine, and what Playwright itself would take. */
const shell = "/usr/bin/chromium-headless-shell";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium: CHROME_PATH, Debian's shell, Playwright's own, or one of the system. */
export function findBrowser() {
  const wanted = process.env.CHROME_PATH;
  if (wanted && !existsSync(wanted)) throw new Plain(`missing browser: CHROME_PATH is ${wanted}`);
  return wanted || [shell, chromium.executablePath(), ...usual].find((path) => existsSync(path));
}

/** The same, after an attempt to install what is missing. Throws with what to do when nothing helps. */
export async function ensureBrowser() {
  const there = findBrowser();
  if (!there || usual.includes(there)) await debian("chromium-headless-shell");
  for (const attempt of [none, playwright, () => debian("chromium")]) {
    await attempt();
    const found = findBrowser();
    if (found && runs(found)) return found;
  }
  throw new Plain(
    "no Chromium was found and none could be installed. Install Chrome or Chromium and set CHROME_PATH to its program.",
  );
}

async function none() {}

async function playwright() {
  console.log("no browser found: trying Playwright's …");
  const args = ["playwright", "install", "chromium"];
  await run(process.platform === "win32" ? "npx.cmd" : "npx", args).catch(() => 1);
  if (existsSync(chromium.executablePath()) && isRootOnDebian())
    await run("npx", ["playwright", "install-deps", "chromium"]).catch(() => 1);
}

/** @param {string} name of a package */
async function debian(name) {
  if (!isRootOnDebian()) return;
  console.log(`trying Debian's ${name} …`);
  await run("apt-get", ["update", "-qq"]).catch(() => 1);
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]).catch(() => 1);
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** A downloaded browser may lack its system libraries. @param {string} program */
function runs(program) {
  try {
    execFileSync(program, ["--version"], {stdio: "ignore", cwd: root, timeout: 30_000});
    return true;
  } catch {
    return false;
  }
}

if (isMain(import.meta)) await report(async () => console.log(await ensureBrowser()));

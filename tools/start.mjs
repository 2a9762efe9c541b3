/** `npm start`: installs what is missing, builds what is stale, serves the course and prints its address. */
import {spawn} from "node:child_process";
import {install} from "./install.mjs";
import {basePath, report} from "./project.mjs";

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const openers = {darwin: "open", win32: "explorer"};

await report(async () => {
  await install();
  const {buildIfStale, distFolder} = await import("./build.mjs");
  const {serve} = await import("./serve.mjs");
  await buildIfStale();
  const port = process.env.PORT ? Number(process.env.PORT) : undefined;
  const host = process.env.HOST ?? "localhost";
  const {url} = await serve({folder: distFolder, base: basePath, port, host});
  console.log(`\nFrom Noise is at ${url} (Ctrl-C stops it)`);
  openBrowser(url);
});

/** Only for somebody who sits in front of a screen. @param {string} url */
function openBrowser(url) {
  if (!process.stdout.isTTY || process.env.CI) return;
  const opener = openers[process.platform] ?? (process.env.DISPLAY && "xdg-open");
  if (!opener) return;
  const child = spawn(opener, [url], {stdio: "ignore", detached: true});
  child.on("error", () => {}); // the address is printed, which is enough
  child.unref();
}

/** Puts the course's service worker at the top of the site, where it may answer for all of it, and its address into each page. */
import {posix} from "node:path";
import * as esbuild from "esbuild";
import {isolation} from "./headers.mjs";
import {root} from "./project.mjs";

const file = "service-worker.js";

/**
 * A page in the frame of another site is isolated by a policy of its own, which only some browsers know; on a host that sends headers the
 * frame for readers' code would have it too.
 */
const inFrames = {"Document-Isolation-Policy": "isolate-and-require-corp"};

/** @param {string} site the folder of the built site, with a trailing slash */
export async function writeServiceWorker(site) {
  await esbuild.build({
    entryPoints: [`${root}src/service-worker/service-worker.ts`],
    outfile: site + file,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: {isolationHeaders: JSON.stringify({...isolation, ...inFrames})},
    logLevel: "error",
  });
}

/** The page `path`, told where the service worker is. A page that stands for any address is not. @param {string} html @param {string} path */
export function withServiceWorker(html, path) {
  const address = posix.join(posix.relative(posix.dirname(path), "."), file);
  const meta = `<meta name="service-worker" content="${address}">`;
  return path === "404.html" ? html : html.replace("</head>", `${meta}\n</head>`);
}

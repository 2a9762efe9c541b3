/**
 * Finishing touches to Framework's output: language, viewport, accessible navigation, sizes of pictures, room for
 * experiments and words in their place without scripts, content security policy, fonts, modules without the spaces, the headers
 * for hosts that send them, and the service worker for those that don't.
 */
import {createHash} from "node:crypto";
import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {posix} from "node:path";
import * as esbuild from "esbuild";
import {withFontPreloads} from "./font-preloads.mjs";
import {hashScripts} from "./hash-pages.mjs";
import {headersFile} from "./headers.mjs";
import {basePath, root} from "./project.mjs";
import {withServiceWorker, writeServiceWorker} from "./service-worker.mjs";
import {htmlFiles, siteFiles} from "./site-files.mjs";

/** @param {string} site the folder of the built site, with a trailing slash */
export async function finish(site) {
  // Framework makes a page of every Markdown file under its root, of a library's README too.
  rmSync(`${site}lib`, {recursive: true, force: true});
  // The text of an exercise is part of its lesson.
  for (const lesson of readdirSync(`${site}lessons`))
    rmSync(`${site}lessons/${lesson}/exercises`, {recursive: true, force: true});
  for (const folder of ["fonts", "katex"]) copyFonts(site, folder);
  await minifyModules(`${site}_import/`);
  const scripts = hashScripts(site);
  for (const file of htmlFiles(site)) {
    const picture = (/** @type {string} */ url) =>
      readFileSync(site + posix.join(posix.dirname(file), url));
    const html = pictures(readFileSync(site + file, "utf8"), picture);
    writeFileSync(site + file, withServiceWorker(finishPage(html, scripts.get(file)), file));
  }
  await writeServiceWorker(site);
  writeFileSync(`${site}_headers`, headersFile(siteFiles(site), basePath));
  writeFileSync(`${site}.nojekyll`, "");
}

/** Framework leaves the course's modules as they were written; a fifth of their transfer is spared. Those of `vendor`
 * are small already. @param {string} folder */
async function minifyModules(folder) {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter(
    (file) => file.endsWith(".js") && !/^vendor[/\\]/.test(file),
  );
  for (const file of files) {
    const text = readFileSync(folder + file, "utf8");
    const {code} = await esbuild.transform(text, {minify: true, format: "esm", target: "es2022"});
    writeFileSync(folder + file, code);
  }
}

/** The fonts lie beside their style sheet under their own names. @param {string} site @param {string} folder */
function copyFonts(site, folder) {
  cpSync(`${root}src/vendor/${folder}`, `${site}_file/vendor/${folder}`, {
    recursive: true,
    filter: (path) => !path.endsWith(".css"),
  });
}

/** Everything a page needs after Framework; `policy` comes last, because it hashes what the others left.
 * @param {string} html @param {string} [script] runs before the page is shown */
export function finishPage(html, script) {
  const first = (/** @type {string} */ page) => firstScript(page, script);
  return [
    language,
    viewport,
    first,
    withFontPreloads,
    skipLink,
    navigation,
    experiments,
    policy,
  ].reduce((page, change) => change(page), html);
}

/** @param {string} html @param {string | undefined} script */
function firstScript(html, script) {
  const next = '<meta name="viewport"';
  return script === undefined
    ? html
    : replaceOnce(html, next, `<script>${script}</script>\n${next}`);
}

/** @param {string} html */
function language(html) {
  return replaceOnce(html, "<html>", '<html lang="en">');
}

/** Framework forbids zooming. @param {string} html */
function viewport(html) {
  return replaceOnce(html, ", initial-scale=1, maximum-scale=1", ", initial-scale=1");
}

/** The first thing the keyboard reaches leads past the chapters. @param {string} html */
function skipLink(html) {
  return replaceOnce(
    html,
    "<body>",
    '<body>\n<a class="skip-link" href="#observablehq-main">Skip to the text</a>',
  );
}

/** A picture whose size is known takes its room before it arrives. All but the one that opens the page are fetched when they
 * come into view, or when what folds them away is opened.
 * @param {string} html @param {(url: string) => Buffer} read */
export function pictures(html, read) {
  const opens = /<figure class="opening">\s*(<a [^>]*>)?$/;
  return html.replace(/<img src="([^":]+\.png)"(?![^>]*\swidth=)/g, (tag, url, place) => {
    const header = read(url);
    const size = `width="${header.readUInt32BE(16)}" height="${header.readUInt32BE(20)}"`;
    const isFirst = opens.test(html.slice(Math.max(0, place - 300), place));
    return `${tag} ${size}${isFirst ? "" : ' loading="lazy"'}`;
  });
}

/** A block that will hold an experiment, or a figure that comes late, says so, for the room it needs; without scripts, it says what is missing.
 * @param {string} html */
function experiments(html) {
  /** @type {Map<string | undefined, string>} */
  const kinds = new Map();
  for (const cell of html.split("\ndefine({id: ")) {
    const [, from] = /\bimport\("[^"]*\/(experiments\/|late-)[^"]+"\)/.exec(cell) ?? [];
    if (from) kinds.set(/^"(\w+)"/.exec(cell)?.[1], from === "late-" ? "figure" : "experiment");
  }
  return html.replace(
    /<div class="(observablehq observablehq--block)"><!--:(\w+):--><\/div>/g,
    (block, classes, id) =>
      kinds.has(id)
        ? `<div class="${classes} live"><!--:${id}:--></div>\n<noscript><p class="live-only">Here stands a live ${kinds.get(id)}. It needs JavaScript.</p></noscript>`
        : block,
  );
}

/** A list may hold only list items, a summary only begins what folds, landmarks of one kind need names, and the sidebar's switch needs a label.
 * @param {string} html */
function navigation(html) {
  return html
    .replace(/<ol>\s*(<label id="observablehq-sidebar-close"[^>]*>)<\/label>/, "$1</label>\n  <ol>")
    .replace(/<summary (class="observablehq-link[^>]*>.*?)<\/summary>/g, "<p $1</p>")
    .replace(
      'type="checkbox" title="Toggle sidebar"',
      'type="checkbox" title="Show the chapters" aria-label="Show the chapters"',
    )
    .replace(
      '<nav id="observablehq-sidebar">',
      '<nav id="observablehq-sidebar" aria-label="Chapters">',
    )
    .replace(
      /(<aside id="observablehq-toc"[^>]*)>\s*<nav>/,
      '$1 aria-label="On this page">\n<nav aria-label="On this page">',
    )
    .replace(
      /(<footer id="observablehq-footer">\s*)<nav>/,
      '$1<nav aria-label="Previous and next">',
    )
    .replace(
      /(<(?:li|p) class="observablehq-link observablehq-link-active"><a )/g,
      '$1aria-current="page" ',
    );
}

/**
 * Nothing but the site itself may be loaded or asked. Inline scripts (Framework writes some) are allowed by their hash;
 * style attributes are (KaTeX positions with them), style elements are not but for an empty one, which tfjs-vis fills
 * through the CSSOM. A worker from a URL is not bound by its page's policy. The frame for a reader's code has its own.
 * @param {string} html
 */
function policy(html) {
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = new Set(scripts.map(([, text]) => `'sha256-${sha256(text ?? "")}'`));
  const content = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${[...hashes].join(" ")}`,
    "worker-src 'self'",
    "frame-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `style-src-elem 'self' 'sha256-${sha256("")}'`,
    "style-src-attr 'unsafe-inline'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
  return replaceOnce(
    html,
    '<meta charset="utf-8">',
    `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${content}">`,
  );
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("base64");
}

/** @param {string} html @param {string} from @param {string} to */
function replaceOnce(html, from, to) {
  const parts = html.split(from);
  if (parts.length !== 2)
    throw new Error(
      `Framework's HTML has changed: ${from} occurs ${parts.length - 1} times (once expected)`,
    );
  return parts.join(to);
}

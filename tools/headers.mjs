/**
 * The response headers that a policy in a page's HTML cannot replace, as the build's `_headers` (Netlify, Cloudflare Pages and
 * others read it) and as this project's own server sends them. A host without headers, GitHub Pages for one, serves a sound
 * site as well: what they add is a second lock.
 */
import {isAttachedPage} from "./site-files.mjs";

/** With these, threads may share memory. The course's service worker sends them where the host cannot. */
export const isolation = {
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/**
 * Pages may be framed by any secure site, for a course is embedded in a school's learning platform; browsers give a frame in
 * a foreign site a storage of its own, so nobody's clicks can be led to the reader's work. `https:` may be narrowed to the
 * platform's address. A browser asks every frame above for leave, so the frame for a reader's code, which hangs in a page
 * that may be framed, must let in no fewer.
 */
/* The camera is for the reader’s own pictures, and the browser asks them first. */
const everywhere = {
  ...isolation,
  "Content-Security-Policy": "frame-ancestors 'self' https:",
  "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The frame for a reader's code has an origin of its own wherever it is opened, as a window too. */
const confined = {"Content-Security-Policy": "sandbox allow-scripts"};

/** The headers of a file of the site; two values of one name both hold.
 * @param {string} file @returns {Record<string, string[]>} */
export function headersOf(file) {
  const rules = isAttachedPage(file) ? [everywhere, confined] : [everywhere];
  /** @type {Record<string, string[]>} */
  const headers = {};
  for (const [name, value] of rules.flatMap((rule) => Object.entries(rule)))
    headers[name] = [...(headers[name] ?? []), value];
  return headers;
}

/** The text of `_headers`. @param {readonly string[]} files of the site @param {string} base the path it is served under */
export function headersFile(files, base) {
  // Some hosts answer without the extension, and lead there.
  const places = files
    .filter(isAttachedPage)
    .flatMap((file) => [file, file.replace(/\.html$/, "")]);
  return [rule(`${base}*`, everywhere), ...places.map((at) => rule(base + at, confined))].join("");
}

/** @param {string} path @param {Record<string, string>} headers */
function rule(path, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${path}\n${lines.join("")}`;
}

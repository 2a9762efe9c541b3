/** A static file server that answers as GitHub Pages does: `/about` is about.html, `/lessons/x/` its index.html. */
import {createReadStream, existsSync, statSync} from "node:fs";
import {createServer} from "node:http";
import {extname, join, normalize, relative, sep} from "node:path";
import {pipeline} from "node:stream";
import {headersOf} from "./headers.mjs";

/** Types by extension. A .gz file is data, which the page unpacks itself: it gets no Content-Encoding. */
const types = /** @type {Record<string, string>} */ ({
  ".bin": "application/octet-stream",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
});

/**
 * Serves `folder` under `base` and resolves when the server listens.
 * Without a `port` it takes the first free one from 3000 up; `port: 0` is any free one.
 * `isBare` leaves out the course's own headers, as hosts do that can send none.
 * @param {{folder: string, base?: string, port?: number | undefined, host?: string, isBare?: boolean}} options
 */
export async function serve({folder, base = "/", port, host = "localhost", isBare = false}) {
  const site = {folder, base, isBare};
  const server = createServer((request, response) => answer(site, request, response));
  const actualPort =
    port === undefined ? await firstFree(server, host) : await listen(server, port, host);
  return {
    url: `http://${host}:${actualPort}${base}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @param {import("node:http").Server} server @param {string} host @returns {Promise<number>} */
async function firstFree(server, host) {
  for (let port = 3000; port < 3100; port++) {
    try {
      return await listen(server, port, host);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error("no free port from 3000 to 3099");
}

/** @param {import("node:http").Server} server @param {number} port @param {string} host @returns {Promise<number>} */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** @typedef {{folder: string, base: string, isBare: boolean}} Site */

/**
 * @param {Site} site
 * @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response
 */
function answer(site, request, response) {
  const {folder, base} = site;
  const path = pathOf(request.url ?? "/", base);
  const found = path === undefined ? undefined : find(folder, path);
  if (found?.redirect) return void response.writeHead(301, {Location: base + found.redirect}).end();
  if (found) return send(site, 200, found.file, request, response);
  const notFound = join(folder, "404.html");
  if (existsSync(notFound)) send(site, 404, notFound, request, response);
  else response.writeHead(404, {"Content-Type": types[".txt"]}).end("not found");
}

/** The path below `base`, without a leading slash. @param {string} url @param {string} base */
function pathOf(url, base) {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return path.startsWith(base) ? path.slice(base.length) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} folder @param {string} path @returns {{file: string, redirect?: string} | undefined} */
function find(folder, path) {
  const full = normalize(join(folder, path));
  if (!`${full}${sep}`.startsWith(normalize(`${folder}/`))) return undefined;
  const file = [full, join(full, "index.html"), `${full}.html`].find(isFile);
  if (!file) return undefined;
  const isIndex = file !== full && file.endsWith("index.html");
  return isIndex && path !== "" && !path.endsWith("/") ? {file, redirect: `${path}/`} : {file};
}

/** @param {string} path */
function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}

/**
 * @param {Site} site @param {number} status @param {string} file
 * @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response
 */
function send({folder, isBare}, status, file, request, response) {
  response.writeHead(status, {
    ...(isBare ? {} : headersOf(relative(folder, file).replaceAll(sep, "/"))),
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Length": statSync(file).size,
    "Cache-Control": "no-cache",
  });
  if (request.method === "HEAD") response.end();
  // A visitor who goes away, or a file that a build takes away, must not end the server.
  else pipeline(createReadStream(file), response, () => {});
}

/**
 * What must hold for a built site, whatever Framework says: it turns failed imports into page text, leaves unknown
 * packages as bare specifiers and only warns of dead links, all with exit code 0. Throws a list of what is wrong.
 */
import {existsSync, readFileSync, statSync} from "node:fs";
import {posix} from "node:path";
import * as esbuild from "esbuild";
import {wrongFormula} from "./formulas.mjs";
import {Plain} from "./project.mjs";
import {isAttachedPage, siteFiles} from "./site-files.mjs";

/** Framework's client can load libraries nobody uses here; what it imports dynamically is its own affair. */
const frameworkFolder = "_observablehq/";

/** @param {string} site folder with a trailing slash @param {string} base path it will be served under */
export async function checkSite(site, base = "/") {
  const problems = await siteProblems(site, base);
  if (problems.length > 0)
    throw new Plain(`the built site is broken:\n${problems.map((p) => `  ${p}`).join("\n")}`);
}

/** A fragment such as `gan-plane.points=spots` sets params of an experiment there; test/lessons/links.test.ts checks what it says. */
const settings = /^([\w-]+)\.\w+=/;

/** What *Find* leads to. */
const foundFile = /^_file\/vendor\/find\.[0-9a-f]+\.json$/;

/** Every problem as `file: what is wrong`. @param {string} site @param {string} base @returns {Promise<string[]>} */
export async function siteProblems(site, base = "/") {
  const files = siteFiles(site);
  const pages = files.filter((file) => file.endsWith(".html") && !isAttachedPage(file));
  const found = await Promise.all([
    ...pages.map((page) => pageProblems(site, page, base)),
    ...files.filter((f) => f.endsWith(".css")).map((file) => styleProblems(site, file)),
    scriptProblems(site, files, pages),
    ...files.filter((f) => foundFile.test(f)).map((file) => findProblems(site, file)),
    files
      .filter((file) => /^_(npm|jsr|duckdb)\//.test(file))
      .map((file) => `${file}: comes from a CDN`),
  ]);
  return [...(pages.includes("index.html") ? [] : ["index.html: missing"]), ...found.flat()];
}

/** @param {string} site @param {string} page @param {string} base */
function pageProblems(site, page, base) {
  const html = readFileSync(site + page, "utf8");
  const markup = html.replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, "");
  const found = [...errorText(html), ...emptiness(markup), ...foreign(markup)];
  for (const link of localLinks(markup)) {
    const problem = linkProblem(site, page, link, base);
    if (problem) found.push(problem);
  }
  return found.map((problem) => `${page}: ${problem}`);
}

/** Framework shows a page's own mistakes in the page, and so does whoever left a merge half done. @param {string} html */
function errorText(html) {
  const signs = [
    /observablehq--error[^<]*>([^<]+)/,
    /(non-local (?:import|file path)[^<"]*)/,
    /throw new (SyntaxError\([^)]*\))/,
    wrongFormula,
    /((?:<|&lt;){7} \S+)/,
  ];
  const found = signs.map((sign) => sign.exec(html)?.[1]?.trim()).find(Boolean);
  return found ? [`error text in the page: ${found}`] : [];
}

/** @param {string} markup */
function emptiness(markup) {
  const main = /<main[\s\S]*?<\/main>/.exec(markup)?.[0] ?? "";
  const text = main
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const found = [];
  if (text.length < 20) found.push(`empty page: "${text}"`);
  if (!/<title>[^<]+<\/title>/.test(markup)) found.push("missing title");
  if (!/<html lang="\w+">/.test(markup)) found.push("missing language");
  return found;
}

/** Resources (not links) of another origin. @param {string} markup */
function foreign(markup) {
  const tags = markup.match(/<(?!a\s)[a-z]+\s[^>]*>/gi) ?? [];
  return tags.flatMap((tag) => {
    const url = /\s(?:src|href|srcset|data|poster|action)="((?:https?:)?\/\/[^"]*)"/i.exec(
      tag,
    )?.[1];
    return url ? [`resource of another origin: ${url}`] : [];
  });
}

/** @param {string} markup */
function localLinks(markup) {
  return [...markup.matchAll(/\s(?:href|src)="([^"]*)"/g)]
    .map(([, link]) => decodeURI((link ?? "").replaceAll("&amp;", "&")))
    .filter((link) => !/^(\w+:|\/\/)/.test(link));
}

/** @param {string} site @param {string} file */
function findProblems(site, file) {
  /** @type {{path: string}[]} */
  const entries = JSON.parse(readFileSync(site + file, "utf8"));
  return entries.flatMap(({path}) => {
    const problem = linkProblem(site, "find.html", path, "/");
    return problem ? [`${file}: ${problem}`] : [];
  });
}

/** @param {string} site @param {string} page @param {string} link @param {string} base */
function linkProblem(site, page, link, base) {
  const [path = "", fragment] = link.split("#");
  if (path.startsWith("/") && !path.startsWith(base))
    return `link leaves the base path ${base}: ${link}`;
  const target =
    path === "" ? page : fileOf(site, resolveLink(page, path.split("?")[0] ?? "", base));
  if (target === undefined) return `dead link: ${link}`;
  return fragment && target.endsWith(".html")
    ? fragmentProblem(site + target, link, fragment)
    : undefined;
}

/** @param {string} file @param {string} link @param {string} fragment */
function fragmentProblem(file, link, fragment) {
  const [, experiment] = settings.exec(fragment) ?? [];
  if (experiment !== undefined)
    return readFileSync(file, "utf8").includes(`/experiments/${experiment}.`)
      ? undefined
      : `dead link: ${link} (${experiment} is not on that page)`;
  return anchors(file).has(decodeURIComponent(fragment))
    ? undefined
    : `dead link: ${link} (no element has this id)`;
}

/** @param {string} page @param {string} path @param {string} base */
function resolveLink(page, path, base) {
  if (path.startsWith("/")) return path.slice(base.length);
  const folder = page === "404.html" ? "." : posix.dirname(page);
  return posix.join(folder, path);
}

/** The file a static host answers with. @param {string} site @param {string} path */
function fileOf(site, path) {
  const clean = path.replace(/^\.?\/?$/, "index.html").replace(/\/$/, "/index.html");
  return [clean, `${clean}.html`].find((f) => existsSync(site + f) && statSync(site + f).isFile());
}

/** @type {Map<string, Set<string>>} */
const anchorCache = new Map();

/** @param {string} file */
function anchors(file) {
  let ids = anchorCache.get(file);
  if (!ids) {
    const html = readFileSync(file, "utf8");
    ids = new Set([...html.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id]) => id ?? ""));
    anchorCache.set(file, ids);
  }
  return ids;
}

/** @param {string} site @param {string} file */
function styleProblems(site, file) {
  const css = readFileSync(site + file, "utf8");
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)/g)].flatMap(
    ([, a, b]) => {
      const url = a ?? b ?? "";
      if (/^(data:|#)/.test(url)) return [];
      if (/^(\w+:)?\/\//.test(url)) return [`${file}: resource of another origin: ${url}`];
      const there = existsSync(site + posix.join(posix.dirname(file), url.split(/[?#]/)[0] ?? ""));
      return there ? [] : [`${file}: missing file: ${url}`];
    },
  );
}

/** Imports, workers and attached files of modules and of pages' inline scripts.
 * @param {string} site @param {string[]} files @param {string[]} pages */
async function scriptProblems(site, files, pages) {
  const scripts = new Map(
    files.filter((f) => f.endsWith(".js")).map((f) => [f, readFileSync(site + f, "utf8")]),
  );
  for (const page of pages)
    for (const [i, text] of inlineScripts(readFileSync(site + page, "utf8")).entries())
      scripts.set(`${page}#script${i}`, text);
  return [
    ...(await importProblems(site, scripts)),
    ...[...scripts].flatMap(([file, text]) => attachmentProblems(site, file, text)),
  ];
}

/** @param {string} html */
function inlineScripts(html) {
  const scripts = html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, text]) => text ?? "");
}

/** esbuild reads the imports, so that no regular expression has to. @param {string} site @param {Map<string, string>} scripts */
async function importProblems(site, scripts) {
  /** @type {string[]} */
  const problems = [];
  await esbuild.build({
    entryPoints: [...scripts.keys()].map((path, i) => ({in: path, out: `${i}`})),
    bundle: true,
    write: false,
    outdir: "out",
    format: "esm",
    logLevel: "error",
    plugins: [
      {
        name: "imports",
        setup(build) {
          build.onResolve({filter: /.*/}, ({path, importer, kind}) => {
            if (kind === "entry-point") return {path: path.replace(/^\.\//, ""), namespace: "site"}; // "./" if it is on disk
            const problem = importProblem(site, importer, path, kind);
            if (problem) problems.push(`${importer}: ${problem}`);
            return {path, external: true};
          });
          build.onLoad({filter: /.*/, namespace: "site"}, ({path}) => ({
            contents: scripts.get(path) ?? "",
            loader: "js",
          }));
        },
      },
    ],
  });
  return problems;
}

/** @param {string} site @param {string} importer @param {string} path @param {string} kind */
function importProblem(site, importer, path, kind) {
  const lazy = kind === "dynamic-import" || kind === "require-call" || kind === "require-resolve";
  if (importer.startsWith(frameworkFolder) && lazy) return undefined;
  if (/^(\w+:)?\/\//.test(path)) return `import of another origin: ${path}`;
  if (!/^\.{0,2}\//.test(path)) return `bare specifier: ${path}`;
  return missing(site, importer, path);
}

/** `FileAttachment("…")` and `import.meta.resolve("…")` as Framework rewrites them.
 * @param {string} site @param {string} file @param {string} text */
function attachmentProblems(site, file, text) {
  if (file.startsWith(frameworkFolder)) return [];
  const attached = [...text.matchAll(/\b"?path"?:\s*"(\.[^"]+)"/g)];
  const resolved = [...text.matchAll(/import\.meta\.resolve\(["']([^"']+)["']\)/g)];
  return [...attached, ...resolved].flatMap(([, path = ""]) => {
    const problem = /^\.{0,2}\//.test(path) ? missing(site, file, path) : `bare specifier: ${path}`;
    return problem ? [`${file}: ${problem}`] : [];
  });
}

/** @param {string} site @param {string} file @param {string} path */
function missing(site, file, path) {
  const folder = file.startsWith("404.html") ? "." : posix.dirname(file);
  const target = path.startsWith("/") ? path.slice(1) : posix.join(folder, path);
  return existsSync(site + target.split(/[?#]/)[0]) ? undefined : `missing file: ${path}`;
}

/**
 * A hash leads to the page of its chapter that holds what it names: a heading, an exercise, or an experiment whose params it sets. Each
 * chapter was one page once, readers and teachers keep links, and what has moved to another page is found from the old one. The tables are
 * made of the built pages.
 */
import {readFileSync} from "node:fs";
import {readCourse} from "./course.mjs";

/** The script that leads on, by the page's file below `site`; none for a page that holds all of its chapter.
 * @param {string} site the built site's folder, with a trailing slash
 * @param {readonly import("./course.mjs").Chapter[]} [course] @returns {ReadonlyMap<string, string>} */
export function hashScripts(site, course = readCourse()) {
  return new Map(
    course.flatMap(({pages}) => scriptsOf(pages.map((page) => readNames(site, page)))),
  );
}

/** @typedef {{file: string, address: string, names: ReadonlySet<string>}} NamedPage */

/** @param {string} site @param {import("./course.mjs").CoursePage} page @returns {NamedPage} */
function readNames(site, {name, path, experiments}) {
  const file = name === "index" ? `${path}index.html` : `${path}.html`;
  const html = readFileSync(site + file, "utf8");
  const ids = [...html.matchAll(/\sid="(?!observablehq)([^"]+)"/g)].map(([, id]) => id ?? "");
  return {
    file,
    address: name === "index" ? "./" : `./${name}`,
    names: new Set([...ids, ...experiments]),
  };
}

/** @param {readonly NamedPage[]} pages @returns {[file: string, script: string][]} */
function scriptsOf(pages) {
  return pages.flatMap((page) => {
    const table = tableFor(page, pages);
    return Object.keys(table).length === 0 ? [] : [[page.file, leadOn(table)]];
  });
}

/** The address of each name that this page lacks; of several pages that have it the first counts.
 * @param {NamedPage} page @param {readonly NamedPage[]} pages */
function tableFor(page, pages) {
  /** @type {Record<string, string>} */
  const table = {};
  for (const {address, names} of pages)
    for (const name of names) if (!page.names.has(name)) table[name] ??= address;
  return table;
}

/** It runs before the page is shown, and when a link on it sets another hash. The first that a hash names decides.
 * @param {Readonly<Record<string, string>>} table */
function leadOn(table) {
  return `{
const pages = new Map(Object.entries(${JSON.stringify(table)}));
const leadOn = () => {
  const [name] = location.hash.slice(1).split(/[.&=]/);
  const page = pages.get(name);
  if (page !== undefined) location.replace(page + location.search + location.hash);
};
addEventListener("hashchange", leadOn);
leadOn();
}`;
}

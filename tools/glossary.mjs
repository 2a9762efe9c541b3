/**
 * The course's terms, `lessons/glossary.json`: each with its other forms, what it means, and the page that explains it. The page *Find* lists
 * them in place of `<!-- glossary -->`, each with the first page of every other chapter that uses it; on a page the first use of a term in its text
 * leads there.
 */
import {readFileSync} from "node:fs";
import slugify from "@sindresorhus/slugify";
import {pageFile, readCourse} from "./course.mjs";
import {Plain, root} from "./project.mjs";

/** `notAfter` are words after which it means something else.
 * @typedef {{term: string, also: readonly string[], notAfter: readonly string[], says: string, page: string}} Term */
/** @typedef {import("./course.mjs").Chapter} Chapter */
/** @typedef {import("./course.mjs").CoursePage} CoursePage */

const file = "lessons/glossary.json";

/** @param {string} term */
export const termId = (term) => `term-${slugify(term)}`;

/** In alphabetical order. @param {readonly Chapter[]} [course] @returns {Term[]} */
export function readGlossary(course = readCourse()) {
  return parseGlossary(JSON.parse(readFileSync(root + file, "utf8")), pagePaths(course));
}

/** @param {readonly Chapter[]} course */
const pagePaths = (course) => course.flatMap(({pages}) => pages.map(({path}) => path));

/** Throws where an entry is wrong, with its value. @param {unknown} json @param {readonly string[]} paths of pages @returns {Term[]} */
export function parseGlossary(json, paths) {
  if (!Array.isArray(json)) throw new Plain(`${file}: no list`);
  const terms = json.map((entry) => parseTerm(entry, paths));
  const forms = terms.flatMap(({term, also}) => [term, ...also].map((each) => each.toLowerCase()));
  const twice = forms.find((form, i) => forms.indexOf(form) < i);
  if (twice !== undefined) throw new Plain(`${file}: ${twice} is there twice`);
  return terms.toSorted((a, b) => a.term.localeCompare(b.term, "en"));
}

/** @param {Partial<Term>} entry @param {readonly string[]} paths @returns {Term} */
function parseTerm({term, also = [], notAfter = [], says, page}, paths) {
  const refuse = (/** @type {string} */ why) => new Plain(`${file}: ${term}: ${why}`);
  if (typeof term !== "string" || term === "") throw refuse("a term is a word or some");
  if (typeof says !== "string" || !/^[A-Z].{20,240}\.$/.test(says))
    throw refuse(`${says} is no sentence of 20 to 240 characters`);
  const path = `lessons/${page}`;
  if (!paths.includes(path)) throw refuse(`${page} is no page (one of ${paths.join(", ")})`);
  return {term, also, notAfter, says, page: path};
}

/** Finds the term, in any of its forms, as words of their own. @param {Term} term */
function patternOf({term, also, notAfter}) {
  const forms = [term, ...also].toSorted((a, b) => b.length - a.length);
  const either = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const other = notAfter.map((word) => `(?<!${word} )`).join("");
  return new RegExp(`(?<![\\p{L}\\d-])${other}(?:${either})(?![\\p{L}\\d-])`, "iu");
}

/** Whether a text has the term in any of its forms. @param {Term} term @param {string} text */
export const mentions = (term, text) => patternOf(term).test(text);

/** A markdown-it plugin. @param {import("markdown-it").default} md @param {() => readonly Chapter[]} [read] */
export function glossary(md, read = readCourse) {
  md.core.ruler.push("glossary", ({tokens, env, Token}) => {
    const course = read();
    for (const token of tokens)
      if (token.type === "html_block" && token.content.includes("<!-- glossary -->"))
        token.content = listOf(readGlossary(course), course);
    if (!env.path.startsWith("/lessons/")) return;
    const path = env.path.slice(1).replace(/(^|\/)index$/, "$1");
    const terms = readGlossary(course).filter(({page}) => page !== path);
    linkFirstUses(tokens, terms, Token);
  });
}

/** @typedef {import("markdown-it/lib/token.mjs").default} Token */

/** In paragraphs of the text itself: a heading, a list, a table and a link stay as they are. @param {Token[]} tokens
 * @param {readonly Term[]} terms @param {typeof import("markdown-it/lib/token.mjs").default} Made */
function linkFirstUses(tokens, terms, Made) {
  const left = new Set(terms);
  tokens.forEach((token, i) => {
    const isParagraph = token.type === "inline" && tokens[i - 1]?.type === "paragraph_open";
    if (!isParagraph || tokens[i - 1]?.level !== 0) return;
    let links = 0;
    token.children = (token.children ?? []).flatMap((child) => {
      links += child.type === "link_open" ? 1 : child.type === "link_close" ? -1 : 0;
      links +=
        child.type !== "html_inline"
          ? 0
          : /^<a\b/.test(child.content)
            ? 1
            : /^<\/a/.test(child.content)
              ? -1
              : 0;
      return child.type === "text" && links === 0 ? linked(child, left, Made) : [child];
    });
  });
}

/** The text with each of `left` that is in it as a link; those are left no more. @param {Token} text @param {Set<Term>} left
 * @param {typeof import("markdown-it/lib/token.mjs").default} Made @returns {Token[]} */
function linked(text, left, Made) {
  for (const term of left) {
    const found = patternOf(term).exec(text.content);
    if (!found) continue;
    left.delete(term);
    const [before, after] = [new Made("text", "", 0), new Made("text", "", 0)];
    const link = new Made("html_inline", "", 0);
    before.content = text.content.slice(0, found.index);
    link.content = `<a class="term" href="/find#${termId(term.term)}">${found[0]}</a>`;
    after.content = text.content.slice(found.index + found[0].length);
    return [...linked(before, left, Made), link, ...linked(after, left, Made)];
  }
  return [text];
}

/** @param {readonly Term[]} terms @param {readonly Chapter[]} course */
function listOf(terms, course) {
  const pages = course.flatMap(({pages}) => pages);
  const texts = new Map(
    pages.map((page) => [page.path, readFileSync(root + pageFile(page.path), "utf8")]),
  );
  const items = terms.map((term) => {
    const home = pages.find(({path}) => path === term.page);
    const uses = usesOf(term, course, texts).map(linkTo);
    const also = uses.length > 0 ? ` Used in ${listed(uses)}.` : "";
    return `<dt id="${termId(term.term)}" tabindex="-1">${term.term}</dt>
<dd>${term.says} <span class="term-pages">Explained in ${linkTo(home)}.${also}</span></dd>`;
  });
  return `<dl class="glossary">\n${items.join("\n")}\n</dl>\n`;
}

/** The first page of every chapter that uses it and does not explain it. @param {Term} term @param {readonly Chapter[]} course
 * @param {ReadonlyMap<string, string>} texts by page */
function usesOf(term, course, texts) {
  return course.flatMap(({pages}) => {
    if (pages.some(({path}) => path === term.page)) return [];
    return pages.find(({path}) => mentions(term, texts.get(path) ?? "")) ?? [];
  });
}

/** @param {CoursePage | undefined} page */
const linkTo = (page) => `<a href="/${page?.path}">${page?.title}</a>`;

/** @param {readonly string[]} names */
function listed(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

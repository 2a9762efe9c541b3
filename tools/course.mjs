/**
 * The chapters and their pages, as the folders of `lessons/` hold them. A chapter's `index.md` opens it, and its `pages` in the front
 * matter are the one place that says which pages follow, and in which order:
 *
 *     ---
 *     title: Two networks at war
 *     pages: [the-duel, the-game]
 *     ---
 *
 * A page is `<name>.md` beside it, with a `title`, and a `description` of one sentence for lists of pages.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import {splitFrontMatter} from "./front-matter.mjs";
import {Plain, root} from "./project.mjs";
import {minutesOf} from "./reading-minutes.mjs";

/** @typedef {import("../src/course/course-page.js").CoursePage} CoursePage */
/** @typedef {import("../src/course/course-page.js").Chapter<CoursePage>} Chapter */

/** Every chapter in the order of the course. @param {string} [lessons] folder, with a trailing slash @returns {Chapter[]} */
export function readCourse(lessons = `${root}lessons/`) {
  return readdirSync(lessons)
    .sort()
    .filter((folder) => existsSync(`${lessons}${folder}/index.md`))
    .map((folder) => readChapter(lessons, folder));
}

/** @param {string} lessons @param {string} folder @returns {Chapter} */
function readChapter(lessons, folder) {
  const [first, names] = readPage(lessons, folder, "index");
  checkOrder(`${lessons}${folder}/`, names);
  const pages = [first, ...names.map((name) => readPage(lessons, folder, name)[0])];
  return {folder, number: Number(folder.slice(0, 2)), title: first.title, pages};
}

/** Each page is in the order, and all that is in the order is there. @param {string} folder @param {readonly string[]} names */
function checkOrder(folder, names) {
  const there = readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "index.md")
    .map((file) => basename(file, ".md"));
  const place = `pages in lessons/${basename(folder)}/index.md`;
  for (const name of there.filter((name) => !names.includes(name)))
    throw new Plain(`missing in ${place}: ${name}`);
  for (const [i, name] of names.entries())
    if (!there.includes(name) || names.indexOf(name) < i)
      throw new Plain(`invalid ${place}: ${name} (each of ${there.join(", ")} once)`);
}

/** The page, and the names of those that it puts in order.
 * @param {string} lessons @param {string} folder @param {string} name @returns {[CoursePage, string[]]} */
function readPage(lessons, folder, name) {
  const file = `lessons/${folder}/${name}.md`;
  const markdown = readFileSync(`${lessons}${folder}/${name}.md`, "utf8");
  const {fields, text} = splitFrontMatter(markdown, file);
  const {title, description = "", pages = []} = fields;
  if (typeof title !== "string") throw new Plain(`${file}: has no title`);
  if (typeof description !== "string" || (name !== "index" && description === ""))
    throw new Plain(`${file}: has no description`);
  const shown = {
    experiments: namesIn(text, /\/experiments\/([\w-]+)\.js"/g),
    exercises: namesIn(text, /\bexercise\("([\w-]+)"\)/g),
    questions: namesIn(text, /\brecall\("([\w-]+)"\)/g),
  };
  const path = `lessons/${folder}/${name === "index" ? "" : name}`;
  const page = {name, path, title, description, minutes: minutesOf(text, shown), ...shown};
  return [page, Array.isArray(pages) ? pages : [pages]];
}

/** The file of a page, from the project's root: of "lessons/03-gans/" and, as Framework calls it, of "/lessons/03-gans/index".
 * @param {string} path */
export function pageFile(path) {
  const page = path.replace(/^\//, "").replace(/(^|\/)$/, "$1index");
  return page.startsWith("lessons/") ? `${page}.md` : `src/${page}.md`;
}

/** @param {string} text @param {RegExp} pattern */
function namesIn(text, pattern) {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ""))];
}

/** The first page that shows it, since an experiment may stand on several.
 * @param {"experiments" | "exercises" | "questions"} kind @param {string} name
 * @param {readonly Chapter[]} [course] @returns {CoursePage | undefined} */
export function pageShowing(kind, name, course = readCourse()) {
  return course.flatMap(({pages}) => pages).find((page) => page[kind].includes(name));
}

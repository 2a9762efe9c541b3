/** What *Find* looks through: every page, section, exercise and term of the course, as `src/vendor/find.json`. */
import {readFileSync} from "node:fs";
import slugify from "@sindresorhus/slugify";
import {pageFile, readCourse} from "./course.mjs";
import {readGlossary, termId} from "./glossary.mjs";
import {root} from "./project.mjs";

/** @typedef {import("../src/find/entry.js").Entry} Entry */
/** @typedef {import("./course.mjs").CoursePage} CoursePage */
/** @typedef {import("./course.mjs").Chapter} Chapter */

/** Sections that every page has. */
const usual = /^(Predict|Try|Sources|Before you go on|Exercise)\b/;

/** @returns {Omit<Entry, "id">[]} */
export function findEntries(course = readCourse()) {
  const pages = course.flatMap((chapter) => chapter.pages.map((page) => ({chapter, page})));
  return [
    ...readGlossary(course).map(({term, also, says}) => ({
      kind: /** @type {const} */ ("term"),
      title: term,
      also: also.join(" "),
      where: "Glossary",
      path: `find#${termId(term)}`,
      text: says,
    })),
    ...pages.map(({chapter, page}) => ({
      kind: /** @type {const} */ ("page"),
      title: page.title,
      where: chapterName(chapter),
      path: page.path,
      text: page.description,
    })),
    ...pages.flatMap(({page}) => sectionsOf(page)),
    ...pages.flatMap(({chapter, page}) => exercisesOf(chapter, page)),
  ];
}

/** @param {Chapter} chapter */
const chapterName = ({number, title}) => `Chapter ${number}, ${title}`;

/** @param {CoursePage} page */
function sectionsOf(page) {
  const parts = plainText(readFileSync(root + pageFile(page.path), "utf8")).split(/^(?=#{2,3} )/m);
  return parts.flatMap((part) => {
    const [, title = ""] = /^#{2,3} (.*)/.exec(part) ?? [];
    if (title === "" || usual.test(title)) return [];
    const text = part.slice(part.indexOf("\n")).replace(/\s+/g, " ").trim();
    const path = `${page.path}#${slugify(title)}`;
    return [{kind: /** @type {const} */ ("section"), title, where: page.title, path, text}];
  });
}

/** Words alone: no code, no formulas, no markup. @param {string} markdown */
function plainText(markdown) {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$|\{evidence [^}]*\}/g, "")
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, " ")
    .replace(/\]\([^)]*\)/g, "")
    .replace(/[[*`|]/g, "");
}

/** @param {Chapter} chapter @param {CoursePage} page */
function exercisesOf({folder}, page) {
  return page.exercises.map((slug) => {
    const file = `${root}lessons/${folder}/exercises/${slug}/exercise.json`;
    const {title, tasks = []} = JSON.parse(readFileSync(file, "utf8"));
    const text = tasks.map((/** @type {{title: string}} */ task) => task.title).join(" ");
    const path = `${page.path}#exercise-${slug}`;
    return {kind: /** @type {const} */ ("exercise"), title, where: page.title, path, text};
  });
}

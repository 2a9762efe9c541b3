import {readFileSync} from "node:fs";
import type MarkdownIt from "markdown-it";
import {readManifest} from "./data/write-manifest.js";
import {parseExercise} from "./lib/grading/exercise.js";
import {aboutFacts} from "./src/about/about-facts.js";
import {escapeHtml} from "./src/about/html.js";
import type {Chapter} from "./src/course/course-page.js";
import {pageList} from "./src/course/page-list.js";
import {type LessonFolder, lessonText} from "./src/exercise/lesson-text.js";
import {parseQuestions} from "./src/exercise/recall-questions.js";
import {pageFile, readCourse} from "./tools/course.mjs";
import {evidenceText, withEvidence} from "./tools/evidence-text.mjs";
import {withFormulas} from "./tools/formulas.mjs";
import {glossary} from "./tools/glossary.mjs";
import {makeLinks} from "./tools/links.mjs";
import {directPackages} from "./tools/packages.mjs";

makeLinks();

const whole = readCourse();
/** A build has one course for all of its pages; a preview reads it anew for each, so that it is up to date. */
const course = () => (process.env.SITE_OUTPUT ? whole : readCourse());

const description =
  "A course on AI-generated images in which every picture is made in front of you, " +
  "by a model you trained, in your own browser.";

/** A page's own sentence, or the course's. */
function descriptionOf(path: string): string {
  const pages = course().flatMap((chapter) => chapter.pages);
  return pages.find((page) => `/${page.path}` === path)?.description || description;
}

/** KaTeX's style sheet only where formulas are: in the chapters and the notebook; a place to return to only in the chapters. */
function head({path}: {path: string}): string {
  return [
    `<meta name="description" content="${escapeHtml(descriptionOf(path))}">`,
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="theme-color" content="#fdfcf9" media="(prefers-color-scheme: light)">`,
    `<meta name="theme-color" content="#16171a" media="(prefers-color-scheme: dark)">`,
    `<link rel="icon" type="image/svg+xml" href="/icon.svg">`,
    `<link rel="stylesheet" href="/vendor/fonts/fonts.css">`,
    `<script type="module" src="/course/every-page.js"></script>`,
    ...(path.startsWith("/lessons/") || path === "/notebook"
      ? [`<link rel="stylesheet" href="/vendor/katex/katex.css">`]
      : []),
    ...(path.startsWith("/lessons/")
      ? [`<script type="module" src="/course/lesson-page.js"></script>`]
      : []),
  ].join("\n");
}

/** The folder of the lesson at `path`, "/lessons/03-gans/index". */
function lessonFolder(path: string): LessonFolder {
  const pathOf = (file: string) => path.replace(/[^/]*$/, file);
  const read = (file: string) => readFileSync(new URL(`.${pathOf(file)}`, import.meta.url), "utf8");
  return {
    exercise: (slug) => parseExercise(JSON.parse(read(`exercises/${slug}/exercise.json`))),
    text: (slug) => {
      const file = `exercises/${slug}/index.md`;
      return withEvidence(read(file), pathOf(file).slice(1));
    },
    questions: () => parseQuestions(JSON.parse(read("recall.json"))),
  };
}

/** Numbers from evidence and formulas everywhere, what the about page says of data, models and packages, and the lessons' exercises and order. */
function markdownIt(md: MarkdownIt): MarkdownIt {
  evidenceText(md, pageFile);
  lessonText(md, lessonFolder);
  pageList(md, course);
  glossary(md, course);
  aboutFacts(md, () => ({manifest: readManifest(), packages: directPackages()}));
  return withFormulas(md);
}

/** A chapter of the side bar, with its pages below it. */
function chapterPages({number, title, pages: [first, ...pages]}: Chapter) {
  const entries = pages.map((page) => ({name: page.title, path: `/${page.path}`}));
  return {name: `${number} · ${title}`, path: `/${first?.path}`, pages: entries};
}

export default {
  root: "src",
  output: process.env.SITE_OUTPUT ?? "dist",
  base: process.env.BASE_PATH || "/",
  title: "From Noise",
  pages: [
    {name: "Find", path: "/find", pager: null},
    ...whole.map(chapterPages),
    {name: "Notebook", path: "/notebook", pager: null},
    {name: "Your progress", path: "/progress", pager: null},
    {name: "Verify a picture", path: "/verify", pager: null},
    {name: "About", path: "/about", pager: null},
  ],
  head,
  header: "",
  footer: "",
  style: "style.css",
  globalStylesheets: [],
  search: false,
  toc: {label: "On this page"},
  pager: true,
  typographer: false,
  markdownIt,
};

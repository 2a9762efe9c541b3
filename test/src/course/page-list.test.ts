import Markdown from "markdown-it";
import {expect, it} from "vitest";
import type {Chapter, CoursePage} from "../../../src/course/course-page.js";
import {pageList} from "../../../src/course/page-list.js";

const page = (name: string, title: string, minutes: number): CoursePage => ({
  name,
  path: `lessons/03-gans/${name === "index" ? "" : name}`,
  title,
  description: `About ${title}.`,
  minutes,
  experiments: [],
  exercises: [],
  questions: [],
});
const pages = [
  page("index", "War", 5),
  page("duel", "Duel & <walk>", 20),
  page("game", "Game", 15),
];
const course: Chapter<CoursePage>[] = [{folder: "03-gans", number: 3, title: "War", pages}];

function render(path: string, text: string, read = course): string {
  const md = new Markdown({html: true});
  pageList(md, () => read);
  return md.render(text, {path});
}

it("the page that opens a chapter lists the others, with their minutes", () => {
  const html = render("/lessons/03-gans/index", "# War\n\n<!-- pages -->\n");
  expect(html).toContain("Two pages, about 35 minutes in all");
  expect(html).toMatch(
    /<a href="\.\/duel">Duel &#38; &#60;walk&#62;<\/a>.*about 20 minutes.*<a href="\.\/game">Game<\/a>/s,
  );
  expect(html).not.toContain('href="./index"');
});

it("any other page says its minutes under its heading", () => {
  expect(render("/lessons/03-gans/game", "# Game\n\nOne\n\n# Two\n")).toMatch(
    /<h1>Game<\/h1>\s*<p class="page-facts">About 15 minutes <span class="page-state" data-page="lessons\/03-gans\/game"><\/span><\/p>\s*<p>One<\/p>\s*<h1>Two<\/h1>\s*$/,
  );
});

it("leaves what is no lesson alone", () => {
  for (const path of ["/about", "/lessons/03-gans/exercises/sums/index"])
    expect(render(path, "# War\n")).toBe("<h1>War</h1>\n");
});

it("says anywhere how long a chapter takes, and which there are", () => {
  expect(render("/index", "<p><!-- minutes: 03-gans --></p>\n")).toBe(
    "<p>Two pages, about 35 minutes</p>\n",
  );
  const short = course.map((chapter) => ({...chapter, pages: pages.slice(0, 2)}));
  expect(render("/index", "<p><!-- minutes: 03-gans --></p>\n", short)).toBe(
    "<p>One page, about 20 minutes</p>\n",
  );
  expect(() => render("/index", "<p><!-- minutes: 05-data --></p>\n")).toThrow(
    "unknown chapter: 05-data (one of 03-gans)",
  );
});

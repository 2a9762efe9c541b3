import {element} from "../controls/element.js";
import {dueQuestions} from "../exercise/live-recall.js";
import {shelf} from "../storage/shelf.js";
import {course} from "../vendor/course.js";
import {type NextPage, nextPage} from "./next-page.js";
import {reachedOn} from "./reached.js";

/** Says in `line` where the reader stopped and what is due. For somebody new it stays as it is. */
export async function goOn(line: HTMLElement): Promise<void> {
  const pages = course.flatMap((chapter) => chapter.pages);
  const [reached, due] = await Promise.all([reachedOn(shelf()), dueQuestions()]);
  const next = nextPage(pages, reached);
  if (next) line.replaceChildren(...nextWords(next), ...dueWords(due.length));
}

function nextWords({page, isBegun}: NextPage): (Node | string)[] {
  const link = element("a", {href: `./${page.path}`}, page.title);
  return isBegun ? ["You have begun ", link, "."] : ["Next for you: ", link, "."];
}

function dueWords(count: number): (Node | string)[] {
  if (count === 0) return [];
  const words = count === 1 ? "One question is due" : `${count} questions are due`;
  return [" ", element("a", {href: "./progress"}, words), "."];
}

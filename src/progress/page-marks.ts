/**
 * How far the reader is on each page of the open chapter, said where its pages are listed: in the side bar, and where the build has left
 * room, `<span class="page-state" data-page="lessons/03-gans/the-duel">`.
 */
import {element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import {watchKept} from "../storage/kept-run.js";
import {basePath} from "../storage/place.js";
import {shelf} from "../storage/shelf.js";
import {course} from "../vendor/course.js";
import {type PageState, pageState} from "./page-state.js";
import {reachedOn} from "./reached.js";

const words: Readonly<Record<PageState, string>> = {
  "not begun": "not begun",
  begun: "begun",
  done: "✓ done",
};

const pages = new Map(course.flatMap((chapter) => chapter.pages).map((page) => [page.path, page]));

/** Shows the states, and keeps them up to date. */
export function pageMarks(): void {
  markSideBar();
  const update = async () => {
    const reached = await reachedOn(shelf());
    for (const mark of document.querySelectorAll<HTMLElement>(".page-state")) {
      const page = pages.get(mark.dataset.page ?? "");
      const state = page && pageState(page, reached);
      mark.dataset.state = state ?? "";
      setText(mark, state ? words[state] : "");
    }
  };
  shelf().subscribe(() => void update());
  watchKept(() => void update());
  void update();
}

/** A mark at each of the open chapter's pages. */
function markSideBar(): void {
  const links = ".observablehq-section-active > ol a";
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`#observablehq-sidebar ${links}`))
    link.append(" ", element("span", {class: "page-state", "data-page": pathOf(link.href)}));
}

/** "lessons/03-gans/the-duel" */
function pathOf(address: string): string {
  return new URL(address).pathname.slice(basePath.length);
}

/** Where a reader goes on, by how far they are on each page. */
import type {KnownPage} from "../course/course-page.js";
import {pageState, type Reached} from "./page-state.js";

export interface NextPage {
  readonly page: KnownPage;
  readonly isBegun: boolean;
}

/** The last page in the order of the course that is begun; where that one is done, the page after it. Nothing while none is begun, or at the end. */
export function nextPage(pages: readonly KnownPage[], reached: Reached): NextPage | undefined {
  const states = pages.map((page) => pageState(page, reached));
  const last = states.findLastIndex((state) => state === "begun" || state === "done");
  if (last < 0) return undefined;
  const isBegun = states[last] === "begun";
  const page = pages[isBegun ? last : last + 1];
  return page && {page, isBegun};
}

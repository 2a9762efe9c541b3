import {element} from "../controls/element.js";
import {whenNear} from "../experiment/page-life.js";

/**
 * The recall question called `id`, ready to be put on a page where its text stands. Its answers are kept, and it comes back
 * in the review of later chapters and of the progress page.
 */
export function recall(id: string): HTMLElement {
  const selector = `section[data-recall="${id}"]:not(.live)`;
  const section =
    document.querySelector<HTMLElement>(selector) ??
    element("section", {class: "recall", "data-recall": id});
  section.classList.add("live");
  whenNear(section, async () => {
    const {liveQuestion} = await import("./live-recall.js");
    section.replaceWith(await liveQuestion(id));
  });
  return section;
}

/** Questions of all chapters that are due, at most `most` of them; empty when there is none. */
export function review(most = 3): HTMLElement {
  const place = element("div", {class: "review"});
  whenNear(place, async () => {
    const {dueReview} = await import("./live-recall.js");
    await dueReview(place, most);
  });
  return place;
}

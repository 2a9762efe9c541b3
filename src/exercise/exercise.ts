import {element} from "../controls/element.js";
import {pageLife, whenNear} from "../experiment/page-life.js";

/** The texts that the build has put into the page, by exercise; a cell that runs again finds its own here. */
const texts = new Map<string, Node[]>();

/**
 * The exercise called `slug`, ready to be put on a page where its text stands. Its element reflects its state in
 * `data-exercise` and `data-status`. Editor and grader are loaded when it comes near the window.
 */
export function exercise(slug: string): HTMLElement {
  const place = element("div", {class: "exercise-desk"});
  const section = sectionOf(slug, place);
  const signal = pageLife(section);
  whenNear(section, async () => {
    try {
      const {openDesk} = await import("./open-desk.js");
      await openDesk(slug, section, place, signal);
    } catch (error) {
      place.replaceChildren(element("p", {role: "alert"}, sorry(error)));
    }
  });
  return section;
}

/** The element that the build has made, with its text, or one like it. */
function sectionOf(slug: string, place: HTMLElement): HTMLElement {
  const built = document.querySelector<HTMLElement>(`section[data-exercise="${slug}"]:not(.live)`);
  if (built) {
    built.classList.add("live");
    const old = built.querySelector(".exercise-desk");
    place.className = old?.className ?? place.className;
    texts.set(slug, [...built.querySelectorAll(":scope > header, :scope > .exercise-text")]);
    old?.replaceWith(place);
    return built;
  }
  const attributes = {
    class: "exercise live",
    "data-exercise": slug,
    "data-status": "not-attempted",
  };
  const copies = (texts.get(slug) ?? []).map((node) => node.cloneNode(true));
  return element(
    "section",
    {...attributes, "aria-labelledby": `exercise-${slug}`},
    ...copies,
    place,
  );
}

function sorry(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The exercise could not be loaded (${reason}). Reload the page and try again.`;
}

import {element} from "../controls/element.js";
import type {Entry} from "./entry.js";

const kindWords: Readonly<Record<Entry["kind"], string>> = {
  term: "Term",
  page: "Page",
  section: "Section",
  exercise: "Exercise",
};

/** What was found, best first, each with what it is and where. */
export function foundList(found: readonly Entry[]): HTMLOListElement {
  return element("ol", {}, ...found.map(foundItem));
}

function foundItem({kind, title, where, path, text}: Entry): HTMLLIElement {
  const link = element("a", {href: new URL(path, siteRoot()).href}, title);
  const place = kind === "term" ? kindWords[kind] : `${kindWords[kind]} in ${where}`;
  const item = element("li", {}, link, element("span", {class: "found-place"}, place));
  if (kind === "term" || kind === "page") item.append(element("p", {}, text));
  return item;
}

/** This page lies in the site's folder. */
function siteRoot(): URL {
  return new URL(".", location.href);
}

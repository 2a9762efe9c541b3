import {FileAttachment} from "observablehq:stdlib";
import {element} from "../controls/element.js";
import type {Entry} from "./entry.js";
import {foundList} from "./found-list.js";
import type {Search} from "./search.js";

/** Shown at once; more words narrow it down. */
const most = 20;

/** Characters. */
const longest = 100;

/** A field that looks through the whole course while one types. The word of a link, `find?q=noise`, is looked for at once. */
export function find(): HTMLElement {
  const field = element("input", {
    type: "search",
    id: "find-field",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: longest,
  });
  const list = element("div", {class: "found"});
  const said = element("p", {class: "found-count", role: "status"});
  const look = async () => {
    const words = field.value.trim();
    const search = words === "" ? undefined : await ready();
    if (field.value.trim() !== words) return; // typed on
    const found = search?.(words) ?? [];
    said.textContent = words === "" ? "" : countWords(found.length, words);
    list.replaceChildren(foundList(found.slice(0, most)));
  };
  field.addEventListener("focus", ready, {once: true});
  field.addEventListener("input", look);
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked.slice(0, longest);
    look();
  }
  const label = element("label", {for: field.id}, "What do you look for?");
  return element("search", {class: "find"}, label, field, said, list);
}

function countWords(count: number, words: string): string {
  if (count === 0) return `Nothing has “${words}” in it. Try one word, or its beginning.`;
  if (count === 1) return "One place.";
  return count > most ? `${count} places, the best ${most} of them.` : `${count} places.`;
}

let started: Promise<Search> | undefined;

/** Fetches what is searched once, and not before somebody means to search. */
function ready(): Promise<Search> {
  started ??= load();
  return started;
}

async function load(): Promise<Search> {
  const [{searchOver}, entries] = await Promise.all([
    import("./search.js"),
    FileAttachment("../vendor/find.json").json() as Promise<Omit<Entry, "id">[]>,
  ]);
  return searchOver(entries.map((entry, id) => ({...entry, id})));
}

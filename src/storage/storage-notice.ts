import {button, element} from "../controls/element.js";
import {download} from "../experiment/exports/download.js";
import {damageWords} from "./damage-words.js";
import {stores} from "./disk.js";
import {readLogbook} from "./logbook.js";
import {logbookParts} from "./logbook-file.js";
import type {Keeping, Shelf} from "./shelf.js";

const words: Readonly<Record<Exclude<Keeping, "disk">, string>> = {
  memory:
    "This browser lets the course keep nothing. Your code and your progress last as long as this tab is open. Export them before you close it.",
  full: "There is no more room on this device for what you do here. Everything is still in this tab, and is kept as soon as there is room. Export it before you close the tab.",
};

/** Says when work is not kept on the device, or is damaged there: all of it, or that under `key`. Offers it as a file. */
export function storageNotice(shelf: Shelf, now: () => Date, key?: string): HTMLElement {
  const save = button("Export", () => void exportLogbook(shelf, now));
  const box = element("div", {class: "storage-notice", role: "status"});
  let shown = "";
  shelf.watch(() => {
    const damages = [...shelf.damages.values()]
      .filter((each) => (key ?? each.key) === each.key)
      .toSorted((a, b) => stores.indexOf(a.store) - stores.indexOf(b.store));
    const keeping = shelf.keeping === "disk" ? "" : words[shelf.keeping];
    const texts = [keeping, damageWords(damages)].filter((text) => text !== "");
    if (texts.join() === shown) return;
    shown = texts.join();
    if (texts.length === 0) box.replaceChildren();
    else box.replaceChildren(...texts.map((text) => element("p", {}, text)), save);
  });
  return box;
}

/** A part of a file that takes the page longer to write than a frame lasts. */
const largePart = 100_000;

/** Offers everything on the shelf as a file. */
export async function exportLogbook(shelf: Shelf, now: () => Date): Promise<void> {
  const date = now().toISOString();
  const type = "application/json";
  const parts: Blob[] = [];
  for (const part of logbookParts(await readLogbook(shelf), date)) {
    parts.push(new Blob([part])); // each by itself: all at once would hold the page up
    if (part.length > largePart) await new Promise((resolve) => setTimeout(resolve));
  }
  download(`from-noise-progress-${date.slice(0, 10)}.json`, new Blob(parts, {type}), type);
}

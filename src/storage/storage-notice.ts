import {button, element} from "../controls/element.js";
import {download} from "../experiment/exports/download.js";
import {readLogbook} from "./logbook.js";
import {logbookFile} from "./logbook-file.js";
import type {Keeping, Shelf} from "./shelf.js";

const words: Readonly<Record<Exclude<Keeping, "disk">, string>> = {
  memory:
    "This browser lets the course keep nothing. Your code and your progress last as long as this tab is open. Export them before you close it.",
  full: "There is no more room on this device for what you do here. Everything is still in this tab, and is kept as soon as there is room. Export it before you close the tab.",
};

/** Says when work is not kept on the device, and offers it as a file. */
export function storageNotice(shelf: Shelf, now: () => Date): HTMLElement {
  const text = element("p", {});
  const save = button("Export", () => void exportLogbook(shelf, now));
  const box = element("div", {class: "storage-notice", role: "status"});
  shelf.watch(() => {
    if (shelf.keeping === "disk") box.replaceChildren();
    else {
      text.textContent = words[shelf.keeping];
      box.replaceChildren(text, save);
    }
  });
  return box;
}

/** Offers everything on the shelf as a file. */
export async function exportLogbook(shelf: Shelf, now: () => Date): Promise<void> {
  const date = now().toISOString();
  const text = logbookFile(await readLogbook(shelf), date);
  download(`from-noise-progress-${date.slice(0, 10)}.json`, text, "application/json");
}

import {button, element} from "../controls/element.js";
import {addLogbook} from "../storage/logbook.js";
import {parseLogbook} from "../storage/logbook-file.js";
import type {Shelf} from "../storage/shelf.js";
import {exportLogbook} from "../storage/storage-notice.js";

/** Takes everything along as a file, and takes such a file in. */
export function transferControls(shelf: Shelf, now: () => Date): HTMLElement {
  const said = element("p", {role: "status"});
  const file = element("input", {
    type: "file",
    accept: ".json,application/json",
    class: "visually-hidden",
    "aria-label": "File to import",
    tabindex: -1,
    onchange: async () => {
      const chosen = file.files?.[0];
      file.value = "";
      if (chosen) said.textContent = await takeIn(shelf, await chosen.text());
    },
  });
  return element(
    "div",
    {class: "transfer"},
    button("Export", () => void exportLogbook(shelf, now)),
    button("Import …", () => file.click()),
    file,
    said,
  );
}

/** What came of it, in a sentence. */
async function takeIn(shelf: Shelf, text: string): Promise<string> {
  try {
    const logbook = parseLogbook(text);
    await addLogbook(shelf, logbook);
    const [work, recalls] = [Object.keys(logbook.work).length, Object.keys(logbook.recalls).length];
    return `Imported: code of ${work} exercises, answers to ${recalls} questions. What was here is still here; other code is among the versions.`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `Nothing was imported. ${reason}.`;
  }
}

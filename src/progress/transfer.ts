import {button, element} from "../controls/element.js";
import {plural} from "../exercise/outcome.js";
import {knownResults} from "../storage/known-results.js";
import {addLogbook, type Logbook} from "../storage/logbook.js";
import {readLogbookFile} from "../storage/logbook-reader.js";
import type {Shelf} from "../storage/shelf.js";
import {exportLogbook} from "../storage/storage-notice.js";

export interface TransferOptions {
  readonly shelf: Shelf;
  readonly now: () => Date;
  /** Points of each exercise of the course. */
  readonly maxPoints: Readonly<Record<string, number>>;
}

/** Takes everything along as a file, and takes such a file in. */
export function transferControls(options: TransferOptions): HTMLElement {
  const {shelf, now} = options;
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
      if (!chosen) return;
      said.textContent = "Reading the file …";
      said.textContent = await takeIn(chosen, options);
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

/** The outcome, in sentences. */
async function takeIn(file: Blob, {shelf, now, maxPoints}: TransferOptions): Promise<string> {
  try {
    const logbook = await readLogbookFile(file, now().getTime());
    const {known, leftOut} = knownResults(logbook.results, maxPoints);
    const fitting = {...logbook, results: known};
    await addLogbook(shelf, fitting);
    return `${whatCame(fitting)}${whatDidNot(leftOut)}`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `Nothing was imported, and nothing here has changed. ${reason}`;
  }
}

function whatCame({work, results, recalls, guesses, judgements, sightings}: Logbook): string {
  const count = (entries: object) => Object.keys(entries).length;
  const parts = [
    `code of ${plural(count(work), "exercise")}`,
    plural(count(results), "result"),
    `answers to ${plural(count(recalls), "question")}`,
    count(guesses) === 1 ? "one guess" : `${count(guesses)} guesses`,
    plural(Object.values(judgements).flat().length, "judgement"),
    `${plural(Object.values(sightings).flat().length, "answer")} to digits in noise`,
  ];
  return `Imported: ${parts.join(", ")}. What was here is still here; other code is among the versions.`;
}

function whatDidNot(leftOut: readonly string[]): string {
  if (leftOut.length === 0) return "";
  const most = 5;
  const shown = leftOut.slice(0, most).join(", ");
  const rest = leftOut.length > most ? ` and ${leftOut.length - most} others` : "";
  return ` Left out, because they do not fit this course: the results of ${shown}${rest}. Run their tests again to have the points.`;
}

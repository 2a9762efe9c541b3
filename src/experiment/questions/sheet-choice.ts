import {element} from "../../controls/element.js";
import type {SheetQuestion} from "../../lib/questions/sheet-question.js";
import {pageLife, whenNear} from "../page-life.js";
import {ask} from "./questions.js";

/** A question's files, from which a page shows the choice of a sheet. */
export interface SheetChoice {
  readonly question: () => Promise<SheetQuestion>;
  /** Its recorded sheets, a file of `data/recorded/`. */
  readonly sheets: {readonly href: string};
}

/**
 * Recorded sheets among which the reader chooses the one that a run to come will look like; afterwards that run stands beside the choice
 * and is compared with it. `name` is an experiment on the same page and one of its questions, "vae-digits.costlyCode". Its element says in
 * `data-status` how it stands: `open`, `running`, `done` or `recorded`.
 */
export function sheetChoice(name: string, {question, sheets}: SheetChoice): HTMLElement {
  const section = element("section", {
    class: "sheet-choice",
    "data-sheet-choice": name,
    "aria-label": "Your choice of a sheet",
  });
  const signal = pageLife(section);
  ask(name.slice(0, name.indexOf(".")), {section, name: "Your sheet"}, signal);
  whenNear(section, async () => {
    try {
      const [{liveSheetChoice}, asked] = await Promise.all([
        import("./live-sheet-choice.js"),
        question(),
      ]);
      await liveSheetChoice({section, name, question: asked, sheets: sheets.href, signal});
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const sorry = `The sheets could not be loaded (${reason}). Reload the page and try again.`;
      section.replaceChildren(element("p", {role: "alert"}, sorry));
    }
  });
  return section;
}

import {element} from "../../controls/element.js";
import {floorName, withUnit} from "../../figures/curves/metric-text.js";
import type {Measured, RecordedSheets} from "../../lib/questions/recorded-sheets.js";
import type {SheetQuestion} from "../../lib/questions/sheet-question.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {floorOf} from "../run/measured-interval.js";
import {floorWords} from "../run/run-differences.js";
import {numberText, sheetLetter} from "./sheet-words.js";

/** Measurements of each sheet and of the run, and the floors: a row each. */
export function sheetTable(
  {by, beside, step}: SheetQuestion,
  {measures}: Experiment,
  {sheets}: RecordedSheets,
) {
  const names = [by, ...beside];
  const heads = names.map((name) => withUnit(measures[name]!.label, unitIn(measures[name]!.unit)));
  const holder = element("div", {
    class: "sheet-table",
    role: "group",
    "aria-label": "What was measured",
    tabindex: 0, // it scrolls where it is narrow
    hidden: true,
  });
  const cells = ({scalars}: Pick<Measured, "scalars">) =>
    names.map((name) => numberText(measures[name]!, scalars[name]!));
  const floors = names.map((name) => {
    const measure = measures[name]!;
    return `${floorWords(measure, floorOf(measure, name, sheets[0]!))} (${floorName(measure)})`;
  });
  return {
    element: holder,
    show(isShown: boolean, run: Measured | undefined) {
      holder.hidden = !isShown;
      if (!isShown) return;
      const rows = [
        ...(run ? [row(`Your run, step ${step}`, cells(run))] : []),
        ...sheets.map((sheet, i) => row(`Sheet ${sheetLetter(i)}`, cells(sheet))),
        row("Floor", floors),
      ];
      const head = row("", heads, "col");
      holder.replaceChildren(
        element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)),
      );
    },
  };
}

function unitIn(unit: string): string {
  return unit === "" ? "" : `(${unit})`;
}

function row(name: string, texts: readonly string[], scope?: "col"): HTMLElement {
  const first = name === "" ? element("td") : element("th", {scope: "row"}, name);
  const cells = texts.map((text) =>
    scope ? element("th", {scope}, text) : element("td", {}, text),
  );
  return element("tr", {}, first, ...cells);
}

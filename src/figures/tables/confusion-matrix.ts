import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {summarised} from "../summary.js";
import {
  type ConfusionCell,
  cellStrength,
  cellText,
  confusionSummary,
  rowTotals,
} from "./confusion-text.js";
import {gridKeys} from "./grid-keys.js";

export type {ConfusionCell} from "./confusion-text.js";

export interface ConfusionMatrixOptions {
  readonly label: string;
  readonly classNames: readonly string[];
}

export interface ConfusionMatrixData {
  /** [classes, classes], true classes in rows. */
  readonly counts: ArrayLike<number>;
}

/** Most of a cell's colour that is not paper: the number on it stays readable. */
const mostColour = 40;

/**
 * What is taken for what, as a table with a number in every cell that has one. Its value is the chosen cell, if any; choosing
 * it again, or pressing Escape, chooses none.
 */
export function confusionMatrix({
  label,
  classNames,
}: ConfusionMatrixOptions): Figure<ConfusionMatrixData, ConfusionCell | undefined> {
  const classes = classNames.length;
  const verdict = element("p", {class: "fig-confusion-verdict"}, "not measured yet");
  const cells = classNames.map(() => classNames.map(() => element("td", {tabindex: -1})));
  const table = element(
    "table",
    {role: "grid", "aria-label": `${label}: rows are what it is, columns what it was taken for`},
    header(classNames),
    element("tbody", {}, ...cells.map((row, t) => bodyRow(classNames[t]!, row))),
  );
  if (classNames.some((name) => name.length > 2)) table.classList.add("fig-confusion-words");
  const root = element("div", {class: "fig fig-confusion"}, verdict, table, key());
  const summarise = summarised(root, label);

  const choose = (cell: ConfusionCell | undefined) => {
    const {truth, predicted} = self.value ?? {};
    const isSame = cell?.truth === truth && cell?.predicted === predicted;
    self.value = isSame ? undefined : cell;
    for (const [t, row] of cells.entries())
      for (const [p, td] of row.entries())
        td.setAttribute(
          "aria-selected",
          String(t === self.value?.truth && p === self.value?.predicted),
        );
    tellInput(self);
  };
  gridKeys(table, cells, {
    choose: (truth, predicted) => choose({truth, predicted}),
    leave: () => self.value && choose(undefined),
  });

  const self = figure<ConfusionMatrixData, ConfusionCell | undefined>(
    root,
    undefined,
    ({counts}) => {
      if (counts.length !== classes * classes)
        throw new RangeError(`invalid number of counts: ${counts.length} (${classes * classes})`);
      const totals = rowTotals(counts, classes);
      for (const [truth, row] of cells.entries())
        for (const [predicted, td] of row.entries()) {
          const count = counts[truth * classes + predicted]!;
          fill(td, count, totals[truth]!, truth === predicted);
          td.setAttribute(
            "aria-label",
            cellText({truth, predicted}, classNames, count, totals[truth]!),
          );
        }
      setText(verdict, confusionSummary(counts, classNames));
      summarise(verdict.textContent);
    },
  );
  return self;
}

function fill(td: HTMLElement, count: number, total: number, isRight: boolean): void {
  setText(td, count === 0 ? "" : String(count));
  td.className = isRight ? "fig-right" : "fig-wrong";
  const strength = cellStrength(count, total, isRight);
  td.style.setProperty("--amount", `${Math.round(mostColour * strength)}%`);
}

function header(classNames: readonly string[]): HTMLElement {
  const names = classNames.map((name) => element("th", {scope: "col"}, element("span", {}, name)));
  return element(
    "thead",
    {},
    element("tr", {}, element("td", {}), columnsTitle(classNames.length)),
    element("tr", {}, element("th", {scope: "col", class: "fig-rows-title"}, "it is"), ...names),
  );
}

function columnsTitle(columns: number): HTMLElement {
  return element("th", {colspan: columns, class: "fig-columns-title"}, "it was taken for");
}

function bodyRow(name: string, cells: readonly HTMLElement[]): HTMLElement {
  return element("tr", {}, element("th", {scope: "row"}, name), ...cells);
}

function key(): HTMLElement {
  const sample = (name: string) =>
    element("span", {class: `fig-confusion-sample ${name}`, "aria-hidden": "true"});
  return element(
    "p",
    {class: "fig-note"},
    sample("fig-right"),
    "right ",
    sample("fig-wrong"),
    "mistaken; choose a cell to see those pictures",
  );
}

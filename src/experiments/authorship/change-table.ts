import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {summarised} from "../../figures/summary.js";
import {shownCount, sourceCount} from "./sources.js";

export interface ChangeTableData {
  /** How much each shown picture changes without each source, [8, 8], black to white being 1. */
  readonly changes: ArrayLike<number>;
  /** The most that it changes without as many at random, [8]. */
  readonly floor: ArrayLike<number>;
  /** 1 where it changes more than that, [8, 8]. */
  readonly beyond: ArrayLike<number>;
}

/** Most of a cell's colour that is not paper: the number on it stays readable. */
const mostColour = 40;
/** The change that has it. */
const largeChange = 0.3;

/** The matrix of changes as numbers: a row for each source, a column for each picture, and the floor below. */
export function changeTable(label: string): Figure<ChangeTableData> {
  const rows = Array.from({length: sourceCount}, () => cells());
  const floorCells = cells();
  const names = Array.from({length: shownCount}, (_, i) =>
    element("th", {scope: "col"}, `${i + 1}`),
  );
  const table = element(
    "table",
    {"aria-label": `${label}: rows are runs, columns pictures`, class: "fig-confusion-words"},
    element("thead", {}, element("tr", {}, element("th", {scope: "col"}, "picture"), ...names)),
    element(
      "tbody",
      {},
      ...rows.map((row, s) => tableRow(`without ${s}`, row)),
      tableRow("floor", floorCells),
    ),
  );
  const root = element("div", {class: "fig fig-confusion fig-contingency"}, table);
  const summarise = summarised(root, label);
  return figure<ChangeTableData, undefined>(root, undefined, ({changes, floor, beyond}) => {
    for (const [s, row] of rows.entries())
      for (const [i, cell] of row.entries()) {
        const at = s * shownCount + i;
        fill(cell, changes[at]!, beyond[at] === 1);
      }
    for (const [i, cell] of floorCells.entries()) fill(cell, floor[i]!, false);
    summarise(
      `${Array.from(beyond).filter((each) => each === 1).length} of ${beyond.length} changes are beyond the floor`,
    );
  });
}

function cells(): readonly HTMLElement[] {
  return Array.from({length: shownCount}, () => element("td"));
}

function tableRow(name: string, row: readonly HTMLElement[]): HTMLElement {
  return element("tr", {}, element("th", {scope: "row"}, name), ...row);
}

/** In hundredths of the range from black to white. */
function fill(cell: HTMLElement, change: number, isBeyond: boolean): void {
  setText(cell, `${Math.round(100 * change)}`);
  cell.className = isBeyond ? "fig-common" : "";
  const share = Math.min(1, change / largeChange);
  cell.style.setProperty("--amount", `${Math.round(mostColour * share)}%`);
}

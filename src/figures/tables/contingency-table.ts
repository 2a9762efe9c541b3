import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {commonestLabels} from "../../lib/metrics/cluster-purity.js";
import type {ContingencyTable} from "../../lib/metrics/contingency-table.js";
import {clusterName, type Sorted, sizeOf, sortedSummary, sortedTable} from "../cluster-text.js";
import {type Figure, figure} from "../figure.js";
import {summarised} from "../summary.js";

export interface ContingencyTableOptions {
  readonly label: string;
  readonly classNames: readonly string[];
  /** Number of clusters, k. */
  readonly count: number;
}

export interface ContingencyTableData extends Sorted {
  readonly revealed: boolean;
}

/** Most of a cell's colour that is not paper: the number on it stays readable. */
const mostColour = 40;

/** Clusters against labels, as a table with a number in every cell that has one; empty until labels are revealed. */
export function contingencyFigure({
  label,
  classNames,
  count,
}: ContingencyTableOptions): Figure<ContingencyTableData> {
  const verdict = element("p", {class: "fig-confusion-verdict"}, "not sorted yet");
  const cells = Array.from({length: count}, () => classNames.map(() => element("td")));
  const table = element(
    "table",
    {"aria-label": `${label}: rows are clusters, columns labels`},
    header(classNames),
    element("tbody", {}, ...cells.map((row, cluster) => bodyRow(cluster, row))),
  );
  if (classNames.some((name) => name.length > 2)) table.classList.add("fig-confusion-words");
  const key = element(
    "p",
    {class: "fig-note"},
    sample("common"),
    "commonest label of the cluster ",
    sample("stray"),
    "another",
  );
  const root = element("div", {class: "fig fig-confusion fig-contingency"}, verdict, table, key);
  const summarise = summarised(root, label);
  return figure<ContingencyTableData, undefined>(root, undefined, (next) => {
    const counted = sortedTable(next, count, classNames.length);
    for (const [cluster, row] of cells.entries()) fillRow(row, counted, cluster, next.revealed);
    verdict.textContent = next.revealed
      ? sortedSummary(counted, classNames, true)
      : "The labels are not revealed. Say first what you expect.";
    summarise(verdict.textContent);
  });
}

function fillRow(
  row: readonly HTMLElement[],
  table: ContingencyTable,
  cluster: number,
  revealed: boolean,
): void {
  const {label: common} = commonestLabels(table)[cluster]!;
  const size = sizeOf(table, cluster);
  for (const [label, cell] of row.entries()) {
    const count = revealed ? table.counts[cluster * table.columns + label]! : 0;
    setText(cell, count === 0 ? "" : formatCount(count));
    cell.className = label === common && count > 0 ? "fig-common" : "fig-stray";
    const share = size === 0 ? 0 : count / size;
    cell.style.setProperty("--amount", `${Math.round(mostColour * Math.sqrt(share))}%`);
  }
}

function header(classNames: readonly string[]): HTMLElement {
  const names = classNames.map((name) => element("th", {scope: "col"}, element("span", {}, name)));
  return element(
    "thead",
    {},
    element(
      "tr",
      {},
      element("td", {}),
      element("th", {colspan: classNames.length, class: "fig-columns-title"}, "label"),
    ),
    element("tr", {}, element("th", {scope: "col", class: "fig-rows-title"}, "cluster"), ...names),
  );
}

function bodyRow(cluster: number, cells: readonly HTMLElement[]): HTMLElement {
  return element("tr", {}, element("th", {scope: "row"}, clusterName(cluster)), ...cells);
}

function sample(name: string): HTMLElement {
  return element("span", {class: `fig-confusion-sample fig-${name}`, "aria-hidden": "true"});
}

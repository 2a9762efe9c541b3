import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Estimate} from "./saliency-data.js";
import {spanText} from "./saliency-text.js";

export interface EstimateTableOptions {
  readonly label: string;
  /** Of the rows' names, then of each column. */
  readonly heads: readonly string[];
  readonly rows: readonly string[];
  /** A number as it is written. */
  readonly words: (value: number) => string;
}

/** Means in a table, each over its interval; dashes before there are any. */
export function estimateTable({label, heads, rows, words}: EstimateTableOptions) {
  const cells = rows.map(() => heads.slice(1).map(() => estimateCell(words)));
  const body = rows.map((row, i) =>
    element("tr", {}, element("th", {scope: "row"}, row), ...cells[i]!.map(({element}) => element)),
  );
  const head = element("tr", {}, ...heads.map((words) => element("th", {scope: "col"}, words)));
  return {
    element: element(
      "table",
      {class: "fig-estimates", "aria-label": label},
      element("thead", {}, head),
      element("tbody", {}, ...body),
    ),
    /** Rows of columns; none before anything was measured. */
    show(estimates: readonly (readonly Estimate[])[] | undefined) {
      for (const [i, row] of cells.entries())
        for (const [j, cell] of row.entries()) cell.show(estimates?.[i]?.[j]);
    },
  };
}

function estimateCell(words: (value: number) => string) {
  const [value, span] = [element("span", {}, "–"), element("span", {class: "fig-estimate-span"})];
  return {
    element: element("td", {}, value, " ", span),
    show(estimate: Estimate | undefined) {
      setText(value, estimate ? words(estimate.value) : "–");
      setText(span, estimate ? spanText(estimate, words) : "");
    },
  };
}

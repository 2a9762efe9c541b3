import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Role} from "../../lib/training/experiment.js";

export interface BarTableOptions {
  readonly label: string;
  readonly role: Role;
  /** One for each row. */
  readonly names: readonly string[];
  /** Numbers at the end of a row, default 1. */
  readonly numbers?: number;
  /** Heads of the columns: of the names, of the bars with their number, and of each further number. None by default. */
  readonly heads?: readonly string[];
}

/** Where something begins and ends on a row's track, from 0 to 1. */
export type Span = readonly [from: number, to: number];

/** Contents of a row; a part that is left out is hidden. */
export interface BarRow {
  readonly bar?: Span;
  /** Reference behind the bar, in grey: a band, or a line where it ends where it begins. */
  readonly reference?: Span;
  /** The interval of the bar's end. */
  readonly whisker?: Span;
  readonly numbers: readonly string[];
  readonly isMarked?: boolean;
}

const parts = ["reference", "bar", "whisker"] as const; // from back to front

/** Bars from 0 to 1 in a table, each with its name and its numbers. Throws a RangeError unless it is shown one row for each name. */
export function barTable({label, role, names, numbers = 1, heads}: BarTableOptions) {
  const rows = names.map((name) => barRow(name, role, numbers));
  const body = element("tbody", {}, ...rows.map((row) => row.element));
  return {
    element: element("table", {"aria-label": label}, heads && headRow(heads), body),
    show(shown: readonly BarRow[]) {
      if (shown.length !== names.length)
        throw new RangeError(
          `invalid number of rows: ${shown.length} (${names.length}, one per name)`,
        );
      for (const [i, row] of rows.entries()) row.show(shown[i]!);
    },
  };
}

function headRow([name, bar, ...others]: readonly string[]): HTMLElement {
  const cells = [
    element("th", {scope: "col"}, name),
    element("th", {scope: "col", colspan: 2}, bar),
    ...others.map((other) => element("th", {scope: "col"}, other)),
  ];
  return element("thead", {}, element("tr", {}, ...cells));
}

function barRow(name: string, role: Role, numbers: number) {
  const drawn = parts.map((part) =>
    element("span", {class: `fig-track-${part}`, "data-role": role, hidden: true}),
  );
  const written = Array.from({length: numbers}, () => element("td", {class: "fig-bar-number"}));
  const track = element("td", {class: "fig-bar-track"}, element("div", {}, ...drawn));
  const row = element("tr", {}, element("th", {scope: "row"}, name), track, ...written);
  return {
    element: row,
    show(shown: BarRow) {
      for (const [i, part] of parts.entries()) place(drawn[i]!, shown[part]);
      for (const [i, cell] of written.entries()) setText(cell, shown.numbers[i] ?? "");
      row.toggleAttribute("data-marked", shown.isMarked ?? false);
    },
  };
}

function place(part: HTMLElement, span: Span | undefined): void {
  part.hidden = span === undefined;
  if (!span) return;
  const [from, to] = span;
  part.style.left = `${100 * from}%`;
  part.style.width = `${100 * (to - from)}%`;
}

import {element} from "../controls/element.js";
import type {Role} from "../lib/experiments/experiment.js";
import {type Figure, figure} from "./figure.js";
import {shareRowText, shareSummary} from "./share-text.js";
import {summarised} from "./summary.js";

/** A share of cases with its 95 % interval, from 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface ShareRow {
  readonly share: Share;
  /** What it is compared with, drawn as a grey band. */
  readonly reference: Share;
  /** The one that is meant; the others are not. */
  readonly isMeant?: boolean;
}

export interface ShareBarsOptions {
  readonly label: string;
  readonly role: Role;
  /** One for each row. */
  readonly names: readonly string[];
  /** What the grey band is: "a random direction". */
  readonly referenceName: string;
}

export interface ShareBarsData {
  /** None before anything was measured. */
  readonly rows?: readonly ShareRow[];
  /** How many cases, and of what. */
  readonly note: string;
}

/** Shares in a table of bars, each with its interval as a whisker, its number, and a grey band for what it is compared with. */
export function shareBars(options: ShareBarsOptions): Figure<ShareBarsData> {
  const {label, role, names, referenceName} = options;
  const rows = names.map((name) => barRow(name, role));
  const note = element("p", {class: "fig-note"});
  const key = element(
    "p",
    {class: "fig-note"},
    element("span", {class: "fig-share-key", "aria-hidden": "true"}),
    referenceName,
  );
  const body = element("tbody", {}, ...rows.map((row) => row.element));
  const table = element("table", {"aria-label": label}, body);
  const root = element("div", {class: "fig fig-shares"}, table, key, note);
  const summarise = summarised(root, label);
  return figure<ShareBarsData, undefined>(root, undefined, (next) => {
    if (next.rows && next.rows.length !== names.length)
      throw new RangeError(
        `invalid number of rows: ${next.rows.length} (${names.length}, one per name)`,
      );
    for (const [i, row] of rows.entries()) row.show(next.rows?.[i]);
    note.textContent = next.note;
    summarise(shareSummary(names, next.rows));
  });
}

function barRow(name: string, role: Role) {
  const parts = ["fig-share-reference", "fig-share-bar", "fig-share-whisker"].map((part) =>
    element("span", {class: part, "data-role": role, hidden: true}),
  );
  const [reference, bar, whisker] = parts as [HTMLElement, HTMLElement, HTMLElement];
  const number = element("td", {class: "fig-share-number"}, "–");
  const track = element("td", {class: "fig-share-track"}, element("div", {}, ...parts));
  const row = element("tr", {}, element("th", {scope: "row"}, name), track, number);
  return {
    element: row,
    show(shown: ShareRow | undefined) {
      for (const part of parts) part.hidden = shown === undefined;
      number.textContent = shown ? shareRowText(shown.share) : "–";
      row.toggleAttribute("data-meant", shown?.isMeant ?? false);
      if (!shown) return;
      place(reference, shown.reference.low, shown.reference.high);
      place(bar, 0, shown.share.share);
      place(whisker, shown.share.low, shown.share.high);
    },
  };
}

function place({style}: HTMLElement, from: number, to: number): void {
  style.left = `${100 * from}%`;
  style.width = `${100 * (to - from)}%`;
}

/** Rows of three numbers, [n, 3] flat: share, low, high. */
export function sharesOf(values: ArrayLike<number>): Share[] {
  return Array.from({length: values.length / 3}, (_, i) => ({
    share: values[3 * i]!,
    low: values[3 * i + 1]!,
    high: values[3 * i + 2]!,
  }));
}

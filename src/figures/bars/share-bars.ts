import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Role} from "../../lib/training/experiment.js";
import {type Figure, figure} from "../figure.js";
import {summarised} from "../summary.js";
import {type BarRow, barTable} from "./bar-table.js";
import {type Share, type ShareRow, shareRowText, shareSummary} from "./share-text.js";

export interface ShareBarsOptions {
  readonly label: string;
  readonly role: Role;
  /** One for each row. */
  readonly names: readonly string[];
  /** Name of the grey band: "a random direction". */
  readonly referenceName: string;
}

export interface ShareBarsData {
  /** None before anything was measured. */
  readonly rows?: readonly ShareRow[];
  /** How many cases, and of what. */
  readonly note: string;
}

/** Shares as bars, each with its interval as a whisker, its number, and a grey band for what it is compared with. */
export function shareBars(options: ShareBarsOptions): Figure<ShareBarsData> {
  const {label, role, names, referenceName} = options;
  const table = barTable({label, role, names});
  const note = element("p", {class: "fig-note"});
  const swatch = element("span", {
    class: "fig-track-reference fig-share-key",
    "aria-hidden": "true",
  });
  const key = element("p", {class: "fig-note"}, swatch, referenceName);
  const root = element("div", {class: "fig fig-bar-table fig-shares"}, table.element, key, note);
  const summarise = summarised(root, label);
  return figure<ShareBarsData, undefined>(root, undefined, (next) => {
    table.show(next.rows?.map(barsOf) ?? names.map(() => ({numbers: ["–"]})));
    setText(note, next.note);
    summarise(shareSummary(names, next.rows));
  });
}

function barsOf({share, reference, isMeant = false}: ShareRow): BarRow {
  return {
    bar: [0, share.share],
    whisker: [share.low, share.high],
    reference: [reference.low, reference.high],
    numbers: [shareRowText(share)],
    isMarked: isMeant,
  };
}

/** Rows of three numbers, [n, 3] flat: share, low, high. */
export function sharesOf(values: ArrayLike<number>): Share[] {
  return Array.from({length: values.length / 3}, (_, i) => ({
    share: values[3 * i]!,
    low: values[3 * i + 1]!,
    high: values[3 * i + 2]!,
  }));
}

import {element} from "../../controls/element.js";
import {type Figure, figure} from "../figure.js";
import {summarised} from "../summary.js";
import {barTable} from "./bar-table.js";

/** A count, and in words. */
export interface ScaledCount {
  readonly name: string;
  readonly count: number;
  readonly words: string;
  /** The reader's own, among others. */
  readonly isMarked?: boolean;
}

export interface ScaleBarsOptions {
  readonly label: string;
  /** The track ends at ten to this power; it begins at 1. */
  readonly powers: number;
  readonly rows: readonly ScaledCount[];
}

/** Counts of very different sizes on a logarithmic scale: each tenfold is as long as every other. */
export function scaleBars({label, powers, rows}: ScaleBarsOptions): Figure<readonly ScaledCount[]> {
  const names = rows.map(({name}) => name);
  const table = barTable({label, role: "generated", names});
  const note = element(
    "p",
    {class: "fig-note"},
    `The scale is logarithmic: each 1/${powers} of the width is ten times as many.`,
  );
  const root = element("div", {class: "fig fig-bar-table fig-scale"}, table.element, note);
  const summarise = summarised(root, label);
  const self = figure<readonly ScaledCount[], undefined>(root, undefined, (shown) => {
    table.show(
      shown.map(({count, words, isMarked = false}) => ({
        bar: [0, Math.log10(count) / powers],
        numbers: [words],
        isMarked,
      })),
    );
    summarise(shown.map(({name, words}) => `${name}: ${words}`).join(", "));
  });
  self.update(rows);
  return self;
}

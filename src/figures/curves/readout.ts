import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Role} from "../../lib/training/experiment.js";

export interface ReadoutEntry {
  readonly label: string;
  readonly role: Role;
  /** `stroke-dasharray` of the line it names. */
  readonly dash: string;
}

export interface Readout {
  readonly element: HTMLElement;
  /** `where` is "step 412"; `values` go with the entries, in order. */
  show(where: string, values: readonly string[]): void;
  /** One entry a line where the row would not hold them all. */
  fit(width: number): void;
}

/** The key of a plot and its numbers in one row of fixed height: a sample of each line, its name, its value. */
export function readout(entries: readonly ReadoutEntry[]): Readout {
  const where = element("span", {class: "fig-where"});
  const values = entries.map(() => element("b", {class: "fig-value"}));
  const items = entries.map(({label, role, dash}, i) =>
    element("span", {class: "fig-entry", "data-role": role}, lineSample(dash), label, values[i]!),
  );
  const row = element("div", {class: "fig-readout"}, where, ...items);
  const letters = entries.reduce((sum, {label}) => sum + label.length + 15, 12);
  return {
    element: row,
    fit(width) {
      row.dataset.layout = width < letters * 6.6 ? "narrow" : "wide";
    },
    show(place, texts) {
      setText(where, place);
      values.forEach((value, i) => {
        setText(value, texts[i] ?? "");
      });
    },
  };
}

/** A piece of a line, 26 by 8 pixels, in the colour of the role around it. */
export function lineSample(dash: string): HTMLElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 26 8");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", "M0,4H26");
  line.setAttribute("stroke-dasharray", dash);
  svg.append(line);
  const holder = element("span", {class: "fig-line-sample"});
  holder.append(svg);
  return holder;
}

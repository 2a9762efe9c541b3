/** Cells as they stand, for a file: what they show without anything that lives, and their code. */
import {element} from "../controls/element.js";
import {curvesView} from "./curves-view.js";
import {type DrawFormula, formulaBounds, markdownView} from "./markdown-view.js";
import type {Cell, Notebook} from "./notebook.js";
import {writeLink} from "./notebook-link.js";
import type {Control, Shown} from "./shown.js";
import {drawnOn, errorText} from "./shown-view.js";
import {writeStillPage} from "./still-page.js";

/** A cell with what it has last shown. */
export interface StillCell {
  readonly cell: Cell;
  readonly shown: readonly Shown[];
  /** Whether it has run as it is written now. */
  readonly hasRun: "as written" | "otherwise" | "never";
}

export interface StillNotebook {
  readonly notebook: Notebook;
  readonly cells: readonly StillCell[];
  /** Whether cells were still at work. */
  readonly isAtWork: boolean;
}

/** The file of a notebook; `page` is the address of the page that runs notebooks. */
export async function stillPage(still: StillNotebook, page: string, date: string): Promise<string> {
  const {notebook, cells} = still;
  const {katex} = await import("../vendor/katex.js");
  // MathML needs neither a style sheet nor fonts.
  const drawFormula: DrawFormula = (place, tex, displayMode) =>
    katex.render(tex, place, {...formulaBounds, displayMode, output: "mathml"});
  return writeStillPage({
    title: notebook.title,
    date,
    remarks: remarksOn(still),
    address: await addressOf(notebook, page),
    sections: cells.map((cell) => sectionOf(cell, drawFormula).outerHTML),
  });
}

function remarksOn({cells, isAtWork}: StillNotebook): readonly string[] {
  const numbers = (which: StillCell["hasRun"]) =>
    cells.flatMap(({cell, hasRun}, i) => (cell.kind === "code" && hasRun === which ? [i + 1] : []));
  const [never, otherwise] = [numbers("never"), numbers("otherwise")];
  return [
    ...(isAtWork ? ["The run had not come to its end."] : []),
    ...(never.length > 0 ? [`Not run: ${cellsText(never)}.`] : []),
    ...(otherwise.length > 0
      ? [`Changed since the run: ${cellsText(otherwise)}. What depends on them may be another now.`]
      : []),
  ];
}

const cellsText = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? "cell" : "cells"} ${numbers.join(", ")}`;

async function addressOf(notebook: Notebook, page: string): Promise<string | undefined> {
  try {
    return `${page}#shared=${await writeLink(notebook)}`;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // it is too long
    throw error;
  }
}

function sectionOf({cell, shown}: StillCell, drawFormula: DrawFormula): HTMLElement {
  const views = shown.map((each) => stillView(each, drawFormula));
  const code = element("pre", {}, element("code", {}, cell.text));
  const summary = element("summary", {}, "Code");
  return element(
    "section",
    {},
    ...views,
    cell.kind === "code" ? element("details", {open: !cell.isFolded}, summary, code) : undefined,
  );
}

function stillView(shown: Shown, drawFormula: DrawFormula): HTMLElement {
  switch (shown.kind) {
    case "value":
      return element("pre", {class: "cell-value"}, shown.text);
    case "error":
      return element("p", {class: "cell-error"}, errorText(shown));
    case "markdown":
      return element("div", {class: "cell-text"}, ...markdownView(shown.text, drawFormula));
    case "curves":
      return curvesView(shown);
    case "drawing": {
      const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(shown.text)}`;
      return element("img", {class: "cell-drawing", src, alt: "A drawing of this cell"});
    }
    case "input":
      return element("p", {class: "note"}, controlText(shown.control));
    case "pictures": {
      const canvas = drawnOn(element("canvas"), shown);
      const {width, height} = canvas;
      const src = canvas.toDataURL("image/png");
      return element("img", {class: "cell-pictures", ...{src, alt: shown.label, width, height}});
    }
  }
}

function controlText(control: Control): string {
  const {label, value} = control;
  const text = control.type === "select" ? control.options[control.value] : String(value);
  return `${label || "value"}: ${text}`;
}

/**
 * A map of a notebook that runs: a row for each cell with the names that it gives, and at its left an arc from each cell that is
 * needed to the one that needs it. The words of a row say the same.
 */
import {button, element} from "../controls/element.js";
import {svgElement} from "../controls/svg-element.js";
import type {CellNeeds} from "./cell-graph.js";

/** CSS pixels, as in notebook.css. */
const rowHeight = 32;
const width = 72;
const mostNames = 6;

export class CellMap {
  readonly element: HTMLDetailsElement;
  readonly #go: (id: number) => void;
  readonly #rows = element("div", {class: "cell-map"});
  #cells: readonly CellNeeds[] | undefined;
  /** The cells that are drawn, as text. */
  #drawn = "";

  /** `go` leads to a cell. */
  constructor(go: (id: number) => void) {
    this.#go = go;
    this.#rows.append("Run the cells, and this shows which of them needs which.");
    const title = element("summary", {}, "Map: which cell needs which");
    const ontoggle = () => this.#draw();
    this.element = element("details", {class: "notebook-map", ontoggle}, title, this.#rows);
  }

  /** These are the cells now. They are drawn where somebody sees it, and where they are others. */
  show(cells: readonly CellNeeds[]): void {
    this.#cells = cells;
    this.#draw();
  }

  #draw(): void {
    const cells = this.#cells;
    const told = JSON.stringify(cells);
    if (!this.element.open || !cells || told === this.#drawn) return;
    this.#drawn = told;
    const places = new Map(cells.map(({id}, i) => [id, i]));
    const rows = cells.map((cell) => this.#row(cell, places));
    this.#rows.replaceChildren(arcs(cells, places), element("ol", {}, ...rows));
  }

  #row({id, defines, needs}: CellNeeds, places: ReadonlyMap<number, number>): HTMLLIElement {
    const numbers = needs.map((each) => 1 + places.get(each)!).toSorted((a, b) => a - b);
    const names =
      defines.slice(0, mostNames).join(", ") + (defines.length > mostNames ? ", …" : "");
    return element(
      "li",
      {},
      button(`Cell ${1 + places.get(id)!}`, () => this.#go(id)),
      names === "" ? undefined : element("code", {}, names),
      numbers.length > 0 ? element("small", {}, `needs ${numbers.join(", ")}`) : undefined,
    );
  }
}

function arcs(cells: readonly CellNeeds[], places: ReadonlyMap<number, number>): SVGSVGElement {
  const height = rowHeight * cells.length;
  const svg = svgElement("svg", {viewBox: `0 0 ${width} ${height}`, width, height});
  svg.setAttribute("aria-hidden", "true");
  for (const [to, {needs}] of cells.entries())
    for (const id of needs) svg.append(svgElement("path", {d: arc(places.get(id)!, to)}));
  for (const [row, {defines}] of cells.entries())
    svg.append(svgElement("circle", {cx: width - 5, cy: middle(row), r: defines.length ? 4 : 2}));
  return svg;
}

/** Wider the further it leads, so that arcs lie within each other. */
function arc(from: number, to: number): string {
  const [start, end] = [middle(from), middle(to)];
  const reach = width - 10 - Math.min(width - 14, 10 + 7 * Math.abs(to - from));
  return `M${width - 9} ${start}C${reach} ${start} ${reach} ${end} ${width - 9} ${end}`;
}

const middle = (row: number) => rowHeight * (row + 0.5);

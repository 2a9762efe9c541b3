import {element, uniqueId} from "../../controls/element.js";
import {cellCorner, type SheetLayout, type SheetShape} from "./sheet-layout.js";

/** The pictures of a sheet as focus and assistive technology see them: a list box laid over the canvas. */
export interface SheetCells {
  readonly element: HTMLElement;
  /** Puts a cell over each of the first `count` pictures; the rest are hidden. */
  place(layout: SheetLayout, ratio: number, count: number): void;
  /** Marks the chosen picture; `name` is what is said of it. */
  choose(index: number, name: string): void;
}

/** The pointer is read off the list as a whole; the cells let it through. */
export function sheetCells(label: string, shape: SheetShape): SheetCells {
  const prefix = uniqueId("fig-cell");
  const cells = Array.from({length: shape.columns * shape.rows}, (_, i) =>
    element("div", {
      class: "fig-cell",
      role: "option",
      id: `${prefix}-${i}`,
      "aria-selected": "false",
      "aria-label": `picture ${i + 1}`,
    }),
  );
  const list = element(
    "div",
    {
      class: "fig-cells",
      role: "listbox",
      tabindex: 0,
      "aria-label": `${label}, arrow keys choose one`,
    },
    ...cells,
  );
  let placed = "";
  return {
    element: list,
    place(layout, ratio, count) {
      const place = JSON.stringify([layout, ratio, count]);
      if (place === placed) return;
      placed = place;
      for (const [i, cell] of cells.entries()) {
        cell.hidden = i >= count;
        placeCell(cell, cellCorner(shape, layout, i), layout.cell, ratio);
      }
    },
    choose(index, name) {
      for (const [i, cell] of cells.entries())
        cell.setAttribute("aria-selected", String(i === index));
      cells[index]!.setAttribute("aria-label", name);
      list.setAttribute("aria-activedescendant", cells[index]!.id);
    },
  };
}

function placeCell(
  {style}: HTMLElement,
  [x, y]: readonly [number, number],
  size: number,
  ratio: number,
): void {
  style.left = `${x / ratio}px`;
  style.top = `${y / ratio}px`;
  style.width = `${size / ratio}px`;
  style.height = `${size / ratio}px`;
}

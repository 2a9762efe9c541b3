import {element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import {pager} from "../figures/collection/pager.js";
import {pictureStrip} from "../figures/picture-canvas.js";
import {ownSide} from "../lib/datasets/own/own-set.js";
import type {OwnTable} from "./own-table.js";

/** Pictures of a page. */
const perPage = 60;

interface Around {
  readonly onchoose: () => void;
  /** Stands in place of the sheet while there is nothing on it. */
  readonly empty: HTMLElement;
}

/** The table's pictures, a page at a time. Each is a switch: those that are on are chosen. */
export function ownGrid(table: OwnTable, {onchoose, empty}: Around) {
  const chosen = new Set<number>();
  const sheet = element("div", {class: "own-sheet", role: "group", "aria-label": "Your pictures"});
  let page = 0;
  const leaf = pager("pictures", (to) => {
    page = to;
    draw();
  });
  const toggle = (key: number, cell: HTMLElement) => {
    if (!chosen.delete(key)) chosen.add(key);
    cell.setAttribute("aria-pressed", String(chosen.has(key)));
    onchoose();
  };
  const draw = () => {
    const {keys, pictures} = table;
    const pages = Math.max(1, Math.ceil(keys.length / perPage));
    page = Math.min(page, pages - 1);
    const shown = keys.slice(page * perPage, (page + 1) * perPage);
    const cells = shown.map((key, i) => {
      const {pixels, label, name} = pictures[page * perPage + i]!;
      const canvas = pictureStrip({data: pixels, shape: [1, ownSide, ownSide, 1]});
      const words = element("span", {class: "own-label"});
      setText(words, label || "–");
      const cell = element(
        "button",
        {
          type: "button",
          class: "own-picture",
          "aria-pressed": String(chosen.has(key)),
          "aria-label": `${name}, ${label ? `labelled ${label}` : "no label"}`,
          onclick: () => toggle(key, cell),
        },
        canvas,
        words,
      );
      return cell;
    });
    sheet.replaceChildren(...cells);
    sheet.hidden = keys.length === 0;
    empty.hidden = keys.length > 0;
    leaf.element.hidden = pages === 1;
    leaf.show(page, pages, `page ${page + 1} of ${pages}`);
  };
  return {
    element: element("div", {class: "own-grid"}, empty, sheet, leaf.element),
    chosen,
    draw() {
      const there = new Set(table.keys);
      for (const key of chosen) if (!there.has(key)) chosen.delete(key);
      draw();
    },
  };
}

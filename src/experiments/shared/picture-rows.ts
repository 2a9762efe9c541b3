import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {pictureStrip} from "../../figures/picture-canvas.js";
import {pictureCell} from "../../figures/picture-cell.js";
import {redrawing} from "../../figures/redraw.js";
import {summarised} from "../../figures/summary.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";

export interface PictureRow {
  /** Before its pictures: short. */
  readonly name: string;
  /** As many as there are columns. */
  readonly images: ByteImages;
  /** 1 for a picture that gets a frame. */
  readonly marked: ArrayLike<number>;
  /** Behind its pictures. */
  readonly words: string;
  /** Per cent, for a bar below the words; none where it is not known. */
  readonly share?: number | undefined;
}

export interface PictureRowsData {
  /** From the top; places that are left over stay empty. */
  readonly rows: readonly PictureRow[];
  readonly summary: string;
}

export interface PictureRowsForm {
  readonly label: string;
  /** Whose pictures are in each row. */
  readonly roles: readonly Role[];
  readonly columns: number;
  readonly side: number;
}

/** CSS pixels per picture pixel. Where the window is narrow, the style sheet shows them at about half of this. */
const scale = 3;

/** Rows of pictures, each with its name before and some words behind; the marked ones have a frame. */
export function pictureRows({
  label,
  roles,
  columns,
  side,
}: PictureRowsForm): Figure<PictureRowsData> {
  const places = roles.map((role) => rowPlace(role, columns, side));
  const list = element("ol", {class: "picture-rows"}, ...places.map((place) => place.element));
  const root = element("div", {class: "fig"}, list);
  const summarise = summarised(root, label);
  let rows: readonly PictureRow[] | undefined;
  const redraw = redrawing(root, () => {
    for (const [i, place] of places.entries()) place.draw(rows?.[i]?.images);
  });
  return figure<PictureRowsData, undefined>(root, undefined, (next) => {
    rows = next.rows;
    for (const [i, place] of places.entries()) place.say(next.rows[i]);
    summarise(next.summary);
    redraw();
  });
}

function rowPlace(role: Role, columns: number, side: number) {
  const cells = Array.from({length: columns}, () => pictureCell(side, side, scale));
  const name = element("span", {class: "picture-rows-name"}, " ");
  const words = element("span", {class: "picture-rows-words"}, " ");
  const bar = element("span", {class: "picture-rows-bar", "data-role": role});
  const pictures = element(
    "span",
    {class: "picture-rows-pictures", "data-role": role},
    ...cells.map((cell) => cell.element),
  );
  return {
    element: element("li", {}, name, pictures, element("span", {}, words, bar)),
    say(row: PictureRow | undefined) {
      setText(name, row?.name ?? " ");
      setText(words, row?.words ?? " ");
      bar.style.width = `${row?.share ?? 0}%`;
      for (const [i, cell] of cells.entries())
        cell.element.toggleAttribute("data-marked", row?.marked[i] === 1);
    },
    draw(images: ByteImages | undefined) {
      const strip = images && pictureStrip(images);
      for (const [i, cell] of cells.entries()) cell.draw(strip, strip && i);
    },
  };
}

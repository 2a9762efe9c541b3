import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../../figures/picture-canvas.js";
import {redrawing} from "../../figures/redraw.js";
import {summarised} from "../../figures/summary.js";
import type {ByteImages} from "../../lib/image.js";
import {side as pictureSide} from "../shared/digit-flow/digit-flow.js";
import {dataRows, madeRows} from "./experiment.js";

/** What one network learns from, and what it draws, a column for each digit; and a title. */
export interface LabSheet {
  readonly title: string;
  readonly data: ByteImages;
  readonly made: ByteImages;
}

export interface TwoSheetsData {
  readonly control: LabSheet;
  readonly changed: LabSheet;
}

export const columns = 10;
/** CSS pixels between pictures, the most for a pixel of one, and the width from which both stand side by side. */
const gap = 2;
const mostScale = 3;
const besideFrom = 900;

const titles = {control: "control: clean data", changed: "changed data"} as const;

/** The control and the other one, beside each other where there is room: above what is learned from, below what is drawn. */
export function twoSheets(label: string): Figure<TwoSheetsData> {
  const cards = {control: card(titles.control), changed: card(titles.changed)};
  const root = element(
    "div",
    {class: "fig lab-sheets"},
    cards.control.holder,
    cards.changed.holder,
  );
  const summarise = summarised(root, label);
  let data: TwoSheetsData | undefined;
  const redraw = redrawing(root, (width) => {
    const perRow = width >= besideFrom ? 2 : 1;
    root.style.setProperty("--per-row", String(perRow));
    const scale = scaleIn((width - (perRow - 1) * 24) / perRow);
    cards.control.draw(data?.control, scale);
    cards.changed.draw(data?.changed, scale);
  });
  return figure<TwoSheetsData, undefined>(root, undefined, (next) => {
    data = next;
    cards.control.say(next.control.title);
    cards.changed.say(next.changed.title);
    summarise(`${next.control.title}; ${next.changed.title}`);
    redraw();
  });
}

/** Device pixels per picture pixel in so much room. */
function scaleIn(width: number): number {
  const ratio = devicePixelRatio;
  const fitting = Math.floor(((width - columns * gap) * ratio) / (columns * pictureSide));
  return Math.max(1, Math.min(Math.round(mostScale * ratio), fitting));
}

function card(first: string) {
  const title = element("p", {class: "fig-note"}, first);
  const [data, made] = [strip(dataRows), strip(madeRows)];
  return {
    holder: element(
      "div",
      {class: "lab-sheet"},
      title,
      element("div", {"data-role": "real"}, data.canvas),
      element("div", {"data-role": "generated"}, made.canvas),
    ),
    say: (words: string) => setText(title, words),
    draw(sheet: LabSheet | undefined, pixels: number) {
      data.draw(sheet?.data, pixels);
      made.draw(sheet?.made, pixels);
    },
  };
}

function strip(rows: number) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  return {
    canvas,
    draw(images: ByteImages | undefined, pixels: number) {
      const step = pictureSide * pixels + Math.round(gap * devicePixelRatio);
      const context = sizeCanvas(canvas, columns * step, rows * step, devicePixelRatio);
      if (!images) return;
      const pictures = pictureStrip(images);
      for (let i = 0; i < columns * rows; i++) {
        const [x, y] = [(i % columns) * step, Math.floor(i / columns) * step];
        drawPicture(context, pictures, pictureSide, i, x, y, pixels);
      }
    },
  };
}

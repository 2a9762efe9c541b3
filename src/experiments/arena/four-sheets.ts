import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {sizeCanvas} from "../../figures/picture-canvas.js";
import {redrawing} from "../../figures/redraw.js";
import {summarised} from "../../figures/summary.js";
import type {ByteImages} from "../../lib/image.js";
import {contenderNames, contenders, type PerContender, side} from "./contenders.js";
import {sheetCount} from "./experiment.js";
import {drawSheet, sheetColumns} from "./sheet-of-one.js";

export interface FourSheetsData {
  readonly images: PerContender<ByteImages>;
  /** Under each: how far it is. */
  readonly lines: PerContender<string>;
}

/** CSS pixels between two sheets, and below which width two of them share a row. */
const gap = 12;
const wideFrom = 900;
/** Most CSS pixels per picture pixel. */
const mostScale = 3;

/** The sheets of all four side by side, or two by two where there is no room. */
export function fourSheets(label: string): Figure<FourSheetsData> {
  const cards = contenders.map((name) => sheetCard(contenderNames[name]));
  const root = element("div", {class: "fig arena-sheets"}, ...cards.map(({holder}) => holder));
  const summarise = summarised(root, label);
  let data: FourSheetsData | undefined;
  const redraw = redrawing(root, (width) => {
    const perRow = width >= wideFrom ? contenders.length : 2;
    root.style.setProperty("--per-row", String(perRow));
    const scale = scaleIn((width - (perRow - 1) * gap) / perRow);
    for (const [i, name] of contenders.entries()) cards[i]!.draw(data?.images[name], scale);
  });
  return figure<FourSheetsData, undefined>(root, undefined, (next) => {
    data = next;
    for (const [i, name] of contenders.entries()) cards[i]!.say(next.lines[name]);
    summarise(contenders.map((name) => `${contenderNames[name]}: ${next.lines[name]}`).join("; "));
    redraw();
  });
}

/** CSS pixels per picture pixel in so much room: as many half ones as fit. */
function scaleIn(width: number): number {
  const fitting = Math.floor((2 * width) / (sheetColumns * side)) / 2;
  return Math.max(1, Math.min(mostScale, fitting));
}

function sheetCard(name: string) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const line = element("span", {class: "arena-line"});
  const holder = element(
    "div",
    {class: "arena-sheet", "data-role": "generated"},
    element("strong", {}, name),
    line,
    canvas,
  );
  return {
    holder,
    say: (words: string) => setText(line, words),
    draw(images: ByteImages | undefined, scale: number) {
      const ratio = devicePixelRatio;
      const pixels = Math.max(1, Math.floor(scale * ratio));
      const [width, height] = [sheetColumns, sheetCount / sheetColumns].map(
        (count) => count * side * pixels,
      );
      const context = sizeCanvas(canvas, width!, height!, ratio);
      if (images) drawSheet(context, images, {x: 0, y: 0, pixels});
    },
  };
}

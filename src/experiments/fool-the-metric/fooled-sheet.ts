/** Pictures, each with the digit that the judge sees in it and the one that the witness sees. */
import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {checkSide, pictureStrip} from "../../figures/picture-canvas.js";
import {pictureCell} from "../../figures/picture-cell.js";
import {redrawing} from "../../figures/redraw.js";
import {summarised} from "../../figures/summary.js";
import type {ByteImages} from "../../lib/image.js";

export interface FooledSheetData {
  /** [n, 28, 28, 1], n at least 20: the first of them are shown. */
  readonly images: ByteImages;
  /** Digits, [n] each. */
  readonly judged: ArrayLike<number>;
  readonly witnessed: ArrayLike<number>;
  /** The judge's probability of its digit, [n]. */
  readonly sure: ArrayLike<number>;
}

/** Pictures on the sheet. */
export const places = 20;
const side = 28;
const scale = 2;

/** Where both see the same digit it is said once. */
export function fooledSheet(): Figure<FooledSheetData> {
  const items = Array.from({length: places}, sheetItem);
  const list = element("ol", {class: "fooled-list"}, ...items.map((item) => item.element));
  const root = element("div", {class: "fig fooled-sheet"}, list);
  const summarise = summarised(root, "pictures, with what judge and witness see in them");
  let data: FooledSheetData | undefined;
  const redraw = redrawing(root, () => {
    if (!data) return;
    const strip = pictureStrip(data.images);
    for (const [i, item] of items.entries()) item.draw(strip, i);
  });
  return figure<FooledSheetData, undefined>(root, undefined, (next) => {
    checkSide(next.images, side);
    data = next;
    for (const [i, item] of items.entries()) item.say(next, i);
    summarise(sheetSummary(next));
    redraw();
  });
}

function sheetItem() {
  const cell = pictureCell(side, side, scale, {role: "generated"});
  const judge = element("b", {class: "judge"});
  const witness = element("span");
  const words = element("span", {class: "fooled-words"}, judge, witness);
  return {
    element: element("li", {}, cell.element, words),
    draw: cell.draw,
    say({judged, witnessed, sure}: FooledSheetData, i: number) {
      setText(judge, `${judged[i]}`);
      setText(witness, judged[i] === witnessed[i] ? " both" : ` · ${witnessed[i]}`);
      words.toggleAttribute("data-unsure", sure[i]! < 0.9);
    },
  };
}

function sheetSummary({judged, witnessed, sure}: FooledSheetData): string {
  const all = Array.from(judged).slice(0, places);
  const agreed = all.filter((digit, i) => digit === witnessed[i]).length;
  const certain = all.filter((_, i) => sure[i]! >= 0.9).length;
  return `the judge is sure of ${certain} of ${all.length}, the witness sees the same digit in ${agreed}`;
}

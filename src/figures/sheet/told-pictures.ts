import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {type Figure, figure} from "../figure.js";
import {checkSide, pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

/** Pictures with what they are, what somebody was told that they are, and what that one says now. */
export interface ToldPicturesData {
  /** [m, 28, 28, 1] */
  readonly images: ByteImages;
  /** Class numbers, [m] each. */
  readonly truths: ArrayLike<number>;
  readonly told: ArrayLike<number>;
  readonly said: ArrayLike<number>;
  readonly classNames: readonly string[];
}

const side = 28;
const scale = 2;

/** A row of pictures that a model learned from; under each whether it says what it was told. */
export function toldPictures({
  label,
  places,
}: {
  readonly label: string;
  readonly places: number;
}): Figure<ToldPicturesData> {
  const items = Array.from({length: places}, toldItem);
  const list = element("ol", {class: "fig-told-list"}, ...items.map((item) => item.element));
  const root = element("div", {class: "fig fig-told"}, list);
  const summarise = summarised(root, label);
  let data: ToldPicturesData | undefined;

  const redraw = redrawing(root, () => {
    if (!data) return;
    const strip = pictureStrip(data.images);
    for (const [i, item] of items.entries()) item.draw(strip, i);
  });
  return figure<ToldPicturesData, undefined>(root, undefined, (next) => {
    checkSide(next.images, side);
    for (const values of [next.truths, next.told, next.said])
      if (values.length !== places)
        throw new RangeError(`invalid number of labels: ${values.length} (${places}, one each)`);
    data = next;
    for (const [i, item] of items.entries()) item.say(next, i);
    summarise(toldText(next));
    redraw();
  });
}

/** "says what it was told of 10 of 10 pictures, of which 10 are wrongly labelled". */
export function toldText({truths, told, said}: ToldPicturesData): string {
  const all = Array.from({length: told.length}, (_, i) => i);
  const count = (holds: (i: number) => boolean) => all.filter(holds).length;
  const [learned, wrong] = [count((i) => said[i] === told[i]), count((i) => told[i] !== truths[i])];
  return `says what it was told of ${learned} of ${told.length} pictures, of which ${wrong} are wrongly labelled`;
}

function toldItem() {
  const cell = pictureCell(side, side, scale, {role: "real"});
  const words = {told: element("span"), said: element("b", {class: "judge"})};
  const made = element("li", {class: "fig-told-item"}, cell.element, words.told, words.said);
  return {
    element: made,
    say({told, said, classNames}: ToldPicturesData, i: number) {
      setText(words.told, `told ${classNames[told[i]!]}`);
      setText(words.said, `says ${classNames[said[i]!]}`);
      made.toggleAttribute("data-learned", told[i] === said[i]);
    },
    draw: cell.draw,
  };
}

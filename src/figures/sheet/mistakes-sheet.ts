import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {type Figure, figure} from "../figure.js";
import {checkSide, drawPicture, pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {probabilityText} from "../probability-text.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

export interface MistakesSheetOptions {
  readonly label: string;
  readonly classNames: readonly string[];
  /** Most pictures shown. */
  readonly places: number;
}

/** Pictures that were classified wrongly, the surest mistake first. */
export interface MistakesSheetData {
  /** [m, 28, 28, 1] */
  readonly images: ByteImages;
  /** Class numbers, [m] each: what it is, and what it was taken for. */
  readonly truths: ArrayLike<number>;
  readonly predictions: ArrayLike<number>;
  /** Probability that the wrong name was given, [m]. */
  readonly confidences: ArrayLike<number>;
  /** What is said above: "the worst of 66 mistakes". */
  readonly title: string;
}

const side = 28;
const scale = 3;

/** A sheet of mistakes, each with its true name, the wrong one and how sure the classifier was. */
export function mistakesSheet({
  label,
  classNames,
  places,
}: MistakesSheetOptions): Figure<MistakesSheetData> {
  const title = element("p", {class: "fig-mistakes-title"});
  const items = Array.from({length: places}, mistakeItem);
  const list = element("ol", {class: "fig-mistakes-list"}, ...items.map((item) => item.element));
  const root = element("div", {class: "fig fig-mistakes"}, title, list);
  const summarise = summarised(root, label);
  let data: MistakesSheetData | undefined;

  const redraw = redrawing(root, () => {
    if (!data) return;
    const strip = pictureStrip(data.images);
    for (const [i, item] of items.slice(0, data.images.shape[0]).entries()) item.draw(strip, i);
  });

  return figure<MistakesSheetData, undefined>(root, undefined, (next) => {
    checkSide(next.images, side);
    const count = next.images.shape[0];
    for (const values of [next.truths, next.predictions, next.confidences])
      if (values.length !== count)
        throw new RangeError(`invalid number of labels: ${values.length} (${count}, one each)`);
    data = next;
    setText(title, next.title);
    for (const [i, item] of items.entries())
      item.say(i < count ? mistakeText(next, i, classNames) : undefined);
    summarise(next.title);
    redraw();
  });
}

export interface MistakeText {
  readonly truth: string;
  readonly predicted: string;
  readonly confidence: string;
}

/** What is said of mistake `index`. */
function mistakeText(
  {truths, predictions, confidences}: MistakesSheetData,
  index: number,
  classNames: readonly string[],
): MistakeText {
  return {
    truth: classNames[truths[index]!]!,
    predicted: classNames[predictions[index]!]!,
    confidence: probabilityText(confidences[index]!),
  };
}

/** One place of the sheet. An empty one keeps its room. */
function mistakeItem() {
  const cell = pictureCell(side, side, scale);
  const truth = element("b", {class: "real"});
  const predicted = element("b", {class: "judge"});
  const confidence = element("span");
  const made = element(
    "li",
    {class: "fig-mistake"},
    cell.element,
    element("span", {}, "is ", truth, ", taken for ", predicted, ", ", confidence),
  );
  made.dataset.empty = "";
  return {
    element: made,
    say(text: MistakeText | undefined) {
      made.toggleAttribute("data-empty", !text);
      if (!text) return;
      setText(truth, text.truth);
      setText(predicted, text.predicted);
      setText(confidence, text.confidence);
    },
    draw: cell.draw,
  };
}

/** The first `places` mistakes with their names, to be saved. */
export function mistakesCanvas(
  data: MistakesSheetData,
  classNames: readonly string[],
  columns: number,
  places: number,
): HTMLCanvasElement {
  const count = Math.min(places, data.images.shape[0]);
  const [cell, words] = [side * 4 + 8, 20];
  const canvas = element("canvas", {
    width: columns * cell,
    height: Math.max(1, Math.ceil(count / columns)) * (cell + words),
  });
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000000";
  context.font = "13px sans-serif";
  const strip = pictureStrip(data.images);
  for (let i = 0; i < count; i++) {
    const [x, y] = [4 + (i % columns) * cell, 4 + Math.floor(i / columns) * (cell + words)];
    drawPicture(context, strip, side, i, x, y, 4);
    const {truth, predicted, confidence} = mistakeText(data, i, classNames);
    context.fillText(`${truth}, not ${predicted} (${confidence})`, x, y + side * 4 + 14, cell - 8);
  }
  return canvas;
}

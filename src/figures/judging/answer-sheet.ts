import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {type Figure, figure} from "../figure.js";
import {checkSide, pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {probabilityText} from "../probability-text.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

/** Pictures with a classifier's answer to each, and the mean of all its answers. */
export interface AnswerSheetData {
  /** [places, 28, 28, 1] */
  readonly images: ByteImages;
  /** Probabilities, [places, classes]. */
  readonly answers: Float32Array;
  /** [classes] */
  readonly mean: Float32Array;
  readonly classNames: readonly string[];
}

const side = 28;
const scale = 2;

/** A row of pictures, under each the answer as bars, one a class; below them the mean answer, with the names of the classes. */
export function answerSheet({
  label,
  places,
}: {
  readonly label: string;
  readonly places: number;
}): Figure<AnswerSheetData> {
  const items = Array.from({length: places}, answerItem);
  const mean = meanAnswer();
  const list = element("ol", {class: "fig-answers-list"}, ...items.map((item) => item.element));
  const root = element("div", {class: "fig fig-answers"}, list, mean.element);
  const summarise = summarised(root, label);
  let data: AnswerSheetData | undefined;
  const redraw = redrawing(root, () => {
    if (!data) return;
    const strip = pictureStrip(data.images);
    for (const [i, item] of items.entries()) item.draw(strip, i);
  });
  return figure<AnswerSheetData, undefined>(root, undefined, (next) => {
    checkSide(next.images, side);
    const classes = next.classNames.length;
    if (next.answers.length !== places * classes || next.mean.length !== classes)
      throw new RangeError(
        `invalid number of answers: ${next.answers.length} and ${next.mean.length} (${places * classes} and ${classes})`,
      );
    data = next;
    for (const [i, item] of items.entries())
      item.say(next.answers.subarray(i * classes, (i + 1) * classes), next.classNames);
    mean.say(next.mean, next.classNames);
    summarise(answersText(next));
    redraw();
  });
}

/** "sure of 8 of 10 pictures; the mean answer is 3 most often, 12 %". */
export function answersText({answers, mean, classNames}: AnswerSheetData): string {
  const classes = classNames.length;
  const tops = Array.from({length: answers.length / classes}, (_, i) =>
    Math.max(...answers.subarray(i * classes, (i + 1) * classes)),
  );
  const sure = tops.filter((top) => top >= 0.9).length;
  const most = topOf(mean);
  return `sure of ${sure} of ${tops.length} pictures; the mean answer is ${classNames[most]} most often, ${probabilityText(mean[most]!)}`;
}

function answerItem() {
  const cell = pictureCell(side, side, scale, {role: "generated"});
  const bars = barRow();
  const name = element("b", {class: "judge"});
  const sure = element("span");
  return {
    element: element("li", {class: "fig-answer"}, cell.element, bars.element, name, sure),
    say(row: Float32Array, classNames: readonly string[]) {
      const top = topOf(row);
      bars.show(row);
      setText(name, classNames[top]!);
      setText(sure, probabilityText(row[top]!));
    },
    draw: cell.draw,
  };
}

function meanAnswer() {
  const bars = barRow();
  const names = element("div", {class: "fig-answer-names", "aria-hidden": "true"});
  const words = element("p", {class: "fig-note"}, "Mean of all answers so far:");
  return {
    element: element("div", {class: "fig-answer-mean"}, words, bars.element, names),
    say(row: Float32Array, classNames: readonly string[]) {
      bars.show(row, 4); // an even mean of ten classes would be a tenth of the height
      if (names.childElementCount !== classNames.length)
        names.replaceChildren(...classNames.map((name) => element("span", {}, name)));
      for (const [i, name] of classNames.entries()) setText(names.children[i]!, name);
    },
  };
}

/** Bars that stand side by side; a probability of 1 / `times` fills the height. */
function barRow() {
  const row = element("div", {class: "fig-answer-bars", "aria-hidden": "true"});
  return {
    element: row,
    show(probabilities: Float32Array, times = 1) {
      while (row.childElementCount < probabilities.length) row.append(element("span"));
      for (const [i, probability] of probabilities.entries())
        (row.children[i] as HTMLElement).style.height =
          `${Math.min(100, 100 * times * probability)}%`;
    },
  };
}

function topOf(row: Float32Array): number {
  return row.reduce((top, value, k) => (value > row[top]! ? k : top), 0);
}

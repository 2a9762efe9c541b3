import {element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {lineSample} from "../curves/readout.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {pictureRow} from "../sheet/picture-row.js";
import {summarised} from "../summary.js";
import {labelCostHeight, labelCostPlot} from "./label-cost-plot.js";
import {type Course, costText, toldText} from "./label-cost-text.js";

export interface LabelCostFigureOptions {
  readonly label: string;
  /** In steps of a tenth. */
  readonly shares: readonly number[];
  /** Pictures as they are told at each share. */
  readonly images: ByteImages;
  readonly truth: readonly number[];
  told(place: number): readonly number[];
}

/** What wrong labels cost: a slider of their share, some pictures with the labels that are told, and the curve. Its value is the share's place. */
export function labelCostFigure(
  options: LabelCostFigureOptions,
): Figure<readonly Course[], number> {
  const {label, shares, images, truth, told} = options;
  const control = paramControl(
    "wrongLabels",
    {
      kind: "number",
      label: "Wrong labels, %",
      default: 0,
      min: 0,
      max: 100 * shares.at(-1)!,
      step: 10,
      group: "view",
      help: "The share of the pictures whose label is another class.",
    },
    {locked: false, isAtFigure: true},
    (value) => {
      changeValue(self, Math.round(Number(value) / 10));
      show();
    },
  );
  const row = pictureRow({
    label: "pictures with the labels that are told",
    role: "real",
    scale: 2,
    empty: {count: truth.length, side: images.shape[1]},
  });
  const plot = labelCostPlot(shares);
  const place = element("div", {class: "fig-plot"});
  place.append(plot.svg);
  place.style.height = `${labelCostHeight}px`;
  const words = element("p", {class: "fig-lab-words", role: "status"});
  const entry = (name: string, text: string, dash: string) =>
    element("span", {class: `fig-entry fig-cost-${name}`}, lineSample(dash), text);
  const root = element(
    "div",
    {class: "fig fig-cost"},
    element("div", {class: "fig-lab-dials"}, control.row),
    row,
    element(
      "div",
      {class: "fig-readout"},
      element("span", {class: "fig-where"}, "Right about new digits, by wrong labels:"),
      entry("one", "one labeller", "none"),
      entry("majority", "the majority of three", "7 3"),
    ),
    place,
    words,
  );
  const summarise = summarised(root, label);
  let courses: readonly Course[] = [];
  const redraw = redrawing(root, () => {
    plot.draw(courses, self.value, place.clientWidth);
  });
  const show = () => {
    const captions = told(self.value).map((each, i) => toldText(each, truth[i]!));
    row.update({images, captions, summary: captions.join("; ")});
    setText(words, costText(courses, self.value, shares[self.value]!));
    summarise(words.textContent);
    redraw();
  };
  const self = figure<readonly Course[], number>(root, 2, (next) => {
    courses = next;
    show();
  });
  control.set(20);
  show();
  return self;
}

import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {type RateSweepData, sweepWords} from "./rate-sweep-data.js";
import {coursePlot, valleyPlot} from "./rate-sweep-plot.js";

const plotHeight = 216;
const narrow = 520;
const narrowHeight = 100;

/** Many learning rates side by side: the loss of each over its steps, and the loss that each has come to. */
export function rateSweep({label}: {readonly label: string}): Figure<RateSweepData> {
  const [courses, valley] = [coursePlot(), valleyPlot()];
  const holders = [courses, valley].map(({svg}) => {
    const holder = element("div", {class: "fig-plot"});
    holder.append(svg);
    return holder;
  });
  const words = element("p", {class: "fig-sweep-words"});
  const [left, right] = [
    panel("Loss, step by step", holders[0]!),
    panel("Loss now, by rate", holders[1]!),
  ];
  const root = element("div", {class: "fig fig-sweep"}, left, right, words);
  const summarise = summarised(root, label);
  let data: RateSweepData | undefined;
  const redraw = redrawing(root, (width) => {
    const isNarrow = width < narrow;
    root.dataset.layout = isNarrow ? "narrow" : "wide";
    const [each, height] = isNarrow ? [width, narrowHeight] : [(width - 24) / 2, plotHeight];
    for (const holder of holders) holder.style.height = `${height}px`;
    if (!data) return;
    courses.draw(data, each, height);
    valley.draw(data, each, height);
  });
  const self = figure<RateSweepData, undefined>(root, undefined, (next) => {
    data = next;
    const text = sweepWords(next);
    setText(words, text);
    summarise(text);
    redraw();
  });
  setText(words, "No step yet.");
  return self;
}

function panel(title: string, holder: HTMLElement): HTMLElement {
  return element("div", {}, element("p", {class: "fig-sweep-title"}, title), holder);
}

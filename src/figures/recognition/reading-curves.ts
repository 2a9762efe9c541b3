/** How well one network reads digits in noise, with earlier ones behind it. */
import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {lineSample} from "../curves/readout.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {type Observer, recognitionHeight, recognitionPlot} from "./recognition-plot.js";
import {thresholdText} from "./recognition-text.js";

export interface NamedObserver extends Observer {
  readonly name: string;
}

export interface ReadingCurvesData {
  readonly now?: NamedObserver | undefined;
  /** The last of them is told in words, too. */
  readonly before: readonly NamedObserver[];
}

/** The share that is right at each share of the digit, the fitted curve, and where that is halfway. */
export function readingCurves({label}: {readonly label: string}): Figure<ReadingCurvesData> {
  const plot = recognitionPlot({before: "cross", now: "disc"});
  const place = element("div", {class: "fig-plot"});
  place.append(plot.svg);
  place.style.height = `${recognitionHeight}px`;
  const lines = {now: element("span"), before: element("span")};
  const root = element(
    "div",
    {class: "fig fig-reading"},
    element("p", {class: "fig-note"}, "right, by the share of the digit in what is seen"),
    place,
    element("p", {class: "fig-reading-now"}, lineSample("none"), lines.now),
    element("p", {class: "fig-reading-before"}, lineSample("7 3"), lines.before),
  );
  const summarise = summarised(root, label);
  let shown: ReadingCurvesData = {before: []};
  const redraw = redrawing(root, () => {
    const {now, before} = shown;
    plot.draw({now: now ? [now] : [], before}, place.clientWidth);
  });
  const tell = () => {
    const {now, before} = shown;
    setText(lines.now, now ? thresholdText(now.name, now.fitted) : "Nothing yet.");
    const last = before.at(-1);
    setText(
      lines.before,
      last ? thresholdText(last.name, last.fitted) : "No earlier run beside it.",
    );
    summarise(`${lines.now.textContent} ${last ? lines.before.textContent : ""}`.trim());
    redraw();
  };
  tell();
  return figure<ReadingCurvesData, undefined>(root, undefined, (data) => {
    shown = data;
    tell();
  });
}

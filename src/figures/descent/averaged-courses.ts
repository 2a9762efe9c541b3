import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {DescentName} from "../../lib/descent/rules.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {averagedWords, type CoursesData} from "./net-race-data.js";
import {racerBadge} from "./racer-badge.js";
import {racerCourses} from "./racer-courses.js";

const plotHeight = 260;

/** Test losses of networks over the steps, and those of the running averages of their weights. */
export function averagedCourses({
  label,
  racers,
}: {
  readonly label: string;
  readonly racers: readonly DescentName[];
}): Figure<CoursesData> {
  const plot = racerCourses({domain: [0.2, 1.2], levels: []});
  const holder = element("div", {class: "fig-plot"});
  holder.append(plot.svg);
  holder.style.height = `${plotHeight}px`;
  const words = element("p", {class: "fig-averaged-words"});
  const root = element(
    "div",
    {class: "fig fig-descent fig-averaged"},
    element(
      "p",
      {class: "fig-averaged-key"},
      ...racers.map((racer) => element("span", {}, ...racerBadge(racer))),
      element("span", {}, "dashed: averaged"),
    ),
    holder,
    words,
  );
  const summarise = summarised(root, label);
  let data: CoursesData | undefined;
  const redraw = redrawing(root, (width) => data && plot.draw(data, width, plotHeight));
  const self = figure<CoursesData, undefined>(root, undefined, (next) => {
    data = next;
    const text = averagedWords(next);
    setText(words, text);
    summarise(text);
    redraw();
  });
  setText(words, averagedWords({courses: []}));
  return self;
}

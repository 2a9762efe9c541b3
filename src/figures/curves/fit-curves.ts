import {element} from "../../controls/element.js";
import {formatCount, formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {line, scaleLinear, scaleLog} from "../../vendor/d3.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import {drawStepAxes} from "./plot-axes.js";
import type {PlotBox} from "./plot-frame.js";
import {exponentialAverage} from "./smoothing.js";

/** A loss at a step. */
export interface Look {
  readonly step: number;
  readonly loss: number;
}

export interface FitCurvesData {
  /** The loss of each step so far, on what was learned from. */
  readonly learned: ArrayLike<number>;
  /** Looks at the validation set, in order. */
  readonly looks: readonly Look[];
  /** Those of runs to compare with. */
  readonly comparisons: readonly (readonly Look[])[];
  /** The look with the least loss, and that at which early stopping gives up. */
  readonly best: Look | undefined;
  readonly stopped: Look | undefined;
  /** Steps of a whole run. */
  readonly steps: number;
}

const plotHeight = 230;
const smoothOver = 20;
/** Losses on the axis. */
const [least, most] = [0.01, 4];

/** How the loss goes on what is learned from and on what is not, and where early stopping ends it. */
export function fitCurves({label}: {readonly label: string}): Figure<FitCurvesData> {
  const {svg, layers} = figureSvg(["axes", "faint", "lines", "marks"]);
  const holder = element("div", {class: "fig-plot"});
  holder.append(svg);
  holder.style.height = `${plotHeight}px`;
  const words = element("p", {class: "fig-fit-words"});
  const root = element("div", {class: "fig fig-fit"}, key(), holder, words);
  const summarise = summarised(root, label);
  let data: FitCurvesData | undefined;
  const redraw = redrawing(root, (width) => {
    if (!data) return;
    const box: PlotBox = {left: 44, top: 8, right: width - 16, bottom: plotHeight - 26};
    const x = scaleLinear([0, data.steps], [box.left, box.right]);
    const y = scaleLog([least, most], [box.bottom, box.top]).clamp(true);
    setViewBox(svg, width, plotHeight);
    drawStepAxes(layers.axes, box, x, y, {log: true, across: 3});
    const learned = Array.from(exponentialAverage(data.learned, smoothOver), (loss, i) => ({
      ...{step: i + 1, loss},
    }));
    drawLooks(layers.faint, data.comparisons, "judge", x, y);
    drawLooks(layers.lines, [learned, data.looks], "both", x, y);
    drawMarks(layers.marks, data, box, x, y);
  });
  const self = figure<FitCurvesData, undefined>(root, undefined, (next) => {
    data = next;
    const text = fitWords(next);
    setText(words, text);
    summarise(text);
    redraw();
  });
  setText(words, "No look yet.");
  return self;
}

function key(): HTMLElement {
  const entry = (role: string, text: string) => {
    const sample = element("span", {class: "fig-fit-sample", "aria-hidden": "true"});
    sample.dataset.role = role;
    return element("span", {}, sample, text);
  };
  return element(
    "p",
    {class: "fig-fit-key"},
    entry("generated", "loss, learned from"),
    entry("judge", "validation loss"),
  );
}

function drawLooks(
  group: Group,
  courses: readonly (readonly Look[])[],
  role: "judge" | "both",
  x: Scale,
  y: Scale,
): void {
  const path = line<Look>()
    .x(({step}) => x(step))
    .y(({loss}) => y(loss));
  group
    .selectAll("path")
    .data(courses)
    .join("path")
    .attr("class", "fig-average")
    .attr("data-role", (_, i) => (role === "both" && i === 0 ? "generated" : "judge"))
    .attr("d", (looks) => path(looks));
}

function drawMarks(group: Group, data: FitCurvesData, box: PlotBox, x: Scale, y: Scale): void {
  const {best, stopped} = data;
  group
    .selectAll("path")
    .data(stopped ? [stopped] : [])
    .join("path")
    .attr("class", "fig-level")
    .attr("d", ({step}) => `M${x(step)},${box.top}V${box.bottom}`);
  group
    .selectAll("text")
    .data(stopped ? [stopped] : [])
    .join("text")
    .attr("class", "fig-level-name")
    .style("text-anchor", ({step}) => (x(step) > (box.left + box.right) / 2 ? "end" : "start"))
    .attr("x", ({step}) => x(step) + (x(step) > (box.left + box.right) / 2 ? -5 : 5))
    .attr("y", box.bottom - 8)
    .text("would have stopped");
  group
    .selectAll("circle")
    .data(best ? [best] : [])
    .join("circle")
    .attr("class", "fig-dot")
    .attr("data-role", "judge")
    .attr("r", 6)
    .attr("cx", ({step}) => x(step))
    .attr("cy", ({loss}) => y(loss));
}

/** "Least validation loss: 0.612, at step 70. Now: 0.95. Early stopping would have ended at step 170." */
export function fitWords({looks, best, stopped}: FitCurvesData): string {
  if (!best) return "No look yet.";
  const parts = [
    `Least validation loss: ${formatNumber(best.loss)}, at step ${formatCount(best.step)}.`,
    `Now: ${formatNumber(looks.at(-1)!.loss)}.`,
    stopped ? `Early stopping would have ended at step ${formatCount(stopped.step)}.` : undefined,
  ];
  return parts.filter(Boolean).join(" ");
}

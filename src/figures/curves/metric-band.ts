import {element} from "../../controls/element.js";
import {formatCount, formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import type {Measure} from "../../lib/training/experiment.js";
import {type Figure, figure, tellInput} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import type {CurveLine} from "./curve-lines.js";
import type {MetricScales} from "./metric-layers.js";
import {type MetricBandData, metricPlot} from "./metric-plot.js";
import {type MetricReading, readingKey, readingLine, readingText} from "./metric-reading.js";
import {
  betterText,
  intervalText,
  type MetricPoint,
  metricSummary,
  metricText,
  nearestPoint,
} from "./metric-text.js";
import {placeOver} from "./plot-frame.js";
import {stepCursor} from "./step-cursor.js";

export type {MetricBandData} from "./metric-plot.js";
export type {Floor, MetricInterval, MetricPoint} from "./metric-text.js";

export interface MetricBandOptions {
  readonly measure: Measure;
  /** What is read as the measure from a curve of the run, if anything is. */
  readonly reading?: MetricReading;
  /** CSS pixels of the plot, default 130. */
  readonly height?: number;
}

const withoutInterval = "95 % interval: –";

/** A number measured now and then, large, with its course and its floor. Its value is the step pointed at, if any. */
export function metricBand({
  measure,
  reading,
  height = 130,
}: MetricBandOptions): Figure<MetricBandData, number | undefined> {
  const {whole, outOf, floor, interval} = measure;
  const format = whole || outOf !== undefined ? formatCount : formatNumber;
  const head = header(measure);
  const plot = metricPlot(measure, height);
  const cursor = stepCursor(`${measure.label}, step`, () => {
    self.value = pointed()?.step;
    say();
    mark();
    tellInput(self);
  });
  const holder = element("div", {class: "fig-plot"}, cursor.element);
  holder.prepend(plot.svg);
  holder.style.height = `${height}px`;
  const root = element("div", {class: "fig fig-metric"}, head.element, holder);
  const key = reading && readingKey(reading);
  if (key) root.append(key.element);
  const spread = interval && !("none" in interval) ? intervalKey() : undefined;
  if (spread) root.append(spread.element);
  if (interval && "none" in interval) root.append(noIntervalKey(interval.none));
  if (floor) root.append(floorKey(floor.meaning));
  const summarise = summarised(root, measure.label);

  let data: MetricBandData = {points: []};
  let scales: MetricScales | undefined;
  let line: CurveLine | undefined;
  const readAt = (step?: number) => reading && line && readingText(reading, line.average, step);
  const pointed = () => data.points[cursor.place() ?? -1];
  const say = () => {
    const at = pointed() ?? data.points.at(-1);
    if (at) head.show(format(at.value), `step ${formatCount(at.step)}`);
    else head.show("–", data.missing ?? "not measured yet");
    spread?.show(at?.interval ? intervalText(at.interval, format) : withoutInterval);
    key?.show(readAt(pointed()?.step));
  };
  const textAt = (point: MetricPoint) =>
    joined(metricText(measure, point, format), readAt(point.step));
  const mark = () => {
    if (scales) plot.mark(scales, data.shownStep, pointed());
  };
  const redraw = redrawing(root, (width) => {
    scales = plot.draw(data, width, line ? [line] : []);
    placeOver(cursor.element, scales.box);
    mark();
  });

  const self = figure<MetricBandData, number | undefined>(root, undefined, (next) => {
    data = next;
    line = reading && readingLine(reading, data.reading ?? new Float32Array(0));
    cursor.update({
      count: data.points.length,
      at: (x) => (scales ? nearestPoint(data.points, scales.x.invert(x + scales.box.left)) : 0),
      step: (place) => data.points[place]!.step,
      text: (place) => textAt(data.points[place]!),
    });
    self.value = pointed()?.step;
    const summary = metricSummary(measure, data.points, data.floor, format);
    summarise(data.missing ?? joined(summary, readAt()));
    say();
    redraw();
  });
  say();
  return self;
}

function joined(words: string, more: string | undefined): string {
  return more === undefined ? words : `${words}; ${more}`;
}

function header(measure: Measure) {
  const value = element("b", {class: "fig-big"});
  const where = element("span", {class: "fig-where"});
  const name = element("span", {class: "fig-metric-name"}, measure.label);
  const unit = measure.unit ? element("span", {class: "fig-unit"}, measure.unit) : undefined;
  const number = element("span", {class: "fig-metric-value"}, value, unit);
  const better = element("span", {class: "fig-better"}, betterText(measure));
  return {
    element: element("div", {class: "fig-metric-head"}, name, number, where, better),
    show(text: string, place: string) {
      setText(value, text);
      setText(where, place);
    },
  };
}

function intervalKey() {
  const words = element("span", {}, withoutInterval);
  const sample = element("span", {class: "fig-interval-sample", "aria-hidden": "true"});
  return {
    element: element("p", {class: "fig-note"}, sample, words),
    show: (text: string) => setText(words, text),
  };
}

function noIntervalKey(why: string): HTMLElement {
  return element("p", {class: "fig-note"}, `No interval: ${why}.`);
}

function floorKey(meaning: string): HTMLElement {
  return element(
    "p",
    {class: "fig-note"},
    element("span", {class: "fig-floor-sample", "aria-hidden": "true"}),
    meaning,
  );
}

import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {line, scaleLinear} from "../../vendor/d3.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import {drawStepAxes} from "./plot-axes.js";
import type {PlotBox} from "./plot-frame.js";

/** Two numbers of which one is paid for the other. */
export interface Traded {
  readonly x: number;
  readonly y: number;
  /** What was set: "0.5". */
  readonly name?: string;
  /** Intervals of both, drawn as a cross. */
  readonly spans?: {readonly x: Band; readonly y: Band};
}

export type Band = readonly [low: number, high: number];

export interface TradeOffOptions {
  readonly label: string;
  /** What the axes say. */
  readonly across: string;
  readonly up: string;
  /** Ends of the axes; what lies beyond is drawn at the edge. */
  readonly ends: {readonly x: Band; readonly y: Band};
}

export interface TradeOffData {
  /** What real pictures score. */
  readonly real?: {readonly x: Band; readonly y: Band};
  /** By what was set, and before, drawn faintly. */
  readonly course: readonly Traded[];
  readonly before: readonly Traded[];
  /** As it is set now. */
  readonly now?: Traded;
}

const height = 230;

/** A plane of two numbers, with a box where real pictures lie, the course of what can be set, and a ring for what is set. */
export function tradeOff(options: TradeOffOptions): Figure<TradeOffData> {
  const {label, across, up, ends} = options;
  const {svg, layers} = figureSvg(["axes", "real", "faint", "spans", "course", "now"]);
  const holder = element("div", {class: "fig-plot"}, svg);
  holder.style.height = `${height}px`;
  const root = element(
    "div",
    {class: "fig fig-trade"},
    element("p", {class: "fig-note"}, up),
    holder,
    element("p", {class: "fig-note fig-trade-across"}, across),
  );
  const summarise = summarised(root, label);
  let data: TradeOffData = {course: [], before: []};

  const redraw = redrawing(root, (width) => {
    const box = {left: 44, top: 12, right: Math.min(width, 560) - 16, bottom: height - 26};
    const scales = {
      x: scaleLinear(ends.x, [box.left, box.right]).clamp(true),
      y: scaleLinear(ends.y, [box.bottom, box.top]).clamp(true),
    };
    setViewBox(svg, width, height);
    drawStepAxes(layers.axes, box, scales.x, scales.y, {log: false, across: 4});
    drawReal(layers.real, scales, box, data.real);
    drawCourse(layers.faint, scales, data.before, false);
    drawSpans(layers.spans, scales, [...data.course, ...(data.now ? [data.now] : [])]);
    drawCourse(layers.course, scales, data.course, true);
    drawNow(layers.now, scales, data.now);
  });
  return figure<TradeOffData, undefined>(root, undefined, (next) => {
    data = next;
    summarise(wordsOf(next));
    redraw();
  });
}

interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

function drawReal(group: Group, {x, y}: Scales, box: PlotBox, real: TradeOffData["real"]): void {
  group
    .selectAll("rect")
    .data(real ? [real] : [])
    .join("rect")
    .attr("class", "fig-trade-real")
    .attr("x", ({x: [low]}) => x(low) - 3)
    .attr("width", ({x: [low, high]}) => x(high) - x(low) + 6)
    .attr("y", ({y: [, high]}) => y(high) - 3)
    .attr("height", ({y: [low, high]}) => y(low) - y(high) + 6);
  group
    .selectAll("text")
    .data(real ? [real] : [])
    .join("text")
    .attr("class", "fig-trade-name")
    .attr("data-role", "real")
    .attr("x", ({x: [, high]}) => Math.min(x(high) + 8, box.right - 24))
    .attr("y", ({y: [low, high]}) => y((low + high) / 2) + 4)
    .text("real");
}

function drawCourse(
  group: Group,
  {x, y}: Scales,
  course: readonly Traded[],
  isNamed: boolean,
): void {
  const path = line<Traded>()
    .x((point) => x(point.x))
    .y((point) => y(point.y));
  group
    .selectAll("path")
    .data([course])
    .join("path")
    .attr("class", "fig-average")
    .attr("data-role", "generated")
    .attr("d", path);
  group
    .selectAll("circle")
    .data(isNamed ? course : [])
    .join("circle")
    .attr("class", "fig-dot")
    .attr("data-role", "generated")
    .attr("r", 4)
    .attr("cx", (point) => x(point.x))
    .attr("cy", (point) => y(point.y));
  group
    .selectAll("text")
    .data(isNamed ? course : [])
    .join("text")
    .attr("class", "fig-trade-name")
    .attr("data-role", "generated")
    .attr("text-anchor", "end")
    .attr("x", (point) => x(point.x) - 7)
    .attr("y", (point) => y(point.y) + 12)
    .text(({name = ""}) => name);
}

/** A cross for each point that has intervals. */
function drawSpans(group: Group, {x, y}: Scales, points: readonly Traded[]): void {
  const path = (point: Traded) =>
    point.spans &&
    `M${x(point.spans.x[0])},${y(point.y)}H${x(point.spans.x[1])}M${x(point.x)},${y(point.spans.y[0])}V${y(point.spans.y[1])}`;
  group
    .selectAll("path")
    .data(points.flatMap((point) => path(point) ?? []))
    .join("path")
    .attr("class", "fig-trade-span")
    .attr("d", (d) => d);
}

function drawNow(group: Group, {x, y}: Scales, now: Traded | undefined): void {
  group
    .selectAll("circle")
    .data(now ? [now] : [])
    .join("circle")
    .attr("class", "fig-trade-now")
    .attr("r", 7)
    .attr("cx", (point) => x(point.x))
    .attr("cy", (point) => y(point.y));
}

function wordsOf({real, course, now}: TradeOffData): string {
  const number = (value: number, span: Band | undefined) =>
    span ? `${formatNumber(value)} (${span.map(formatNumber).join(" to ")})` : formatNumber(value);
  const said = ({x, y, spans}: Traded) => `${number(x, spans?.x)} and ${number(y, spans?.y)}`;
  const parts = [
    real &&
      `real: ${real.x.map(formatNumber).join(" to ")} and ${real.y.map(formatNumber).join(" to ")}`,
    now && `now: ${said(now)}`,
    ...course.map((point) => `${point.name}: ${said(point)}`),
  ];
  return parts.filter((part) => part !== undefined).join("; ");
}

import {element} from "../../controls/element.js";
import {axisBottom, axisLeft, line, scaleLinear} from "../../vendor/d3.js";
import {drawAxes} from "../curves/plot-axes.js";
import {readout} from "../curves/readout.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import type {StrengthsAt} from "./strengths.js";

export interface NoisePlotData {
  readonly at: StrengthsAt;
  readonly t: number;
}

const height = 168;
const sides = {left: 34, top: 6, right: 10, bottom: 26} as const;
const times = Array.from({length: 101}, (_, i) => i / 100);

const curves = [
  {name: "signal", label: "picture", role: "real", dash: "none"},
  {name: "noise", label: "noise", role: "chance", dash: "7 3"},
] as const;

/** The strengths of picture and noise over time, and what they are at one time. */
export function noisePlot({label}: {readonly label: string}): Figure<NoisePlotData> {
  const {svg, layers} = figureSvg(["axes", "now", "curves", "dots"]);
  const key = readout(curves);
  const place = element("div", {class: "fig-plot"}, key.element);
  place.append(svg);
  svg.style.height = `${height}px`;
  const root = element("div", {class: "fig", role: "group", "aria-label": label}, place);
  let data: NoisePlotData | undefined;
  const redraw = redrawing(root, (width) => {
    key.fit(width);
    if (!data) return;
    const x = scaleLinear([0, 1], [sides.left, width - sides.right]);
    const y = scaleLinear([0, 1], [height - sides.bottom, sides.top]);
    setViewBox(svg, width, height);
    drawUnitAxes(layers.axes, x, y);
    drawNow(layers.now, x, y, data.t);
    drawCurves(layers.curves, x, y, data);
    drawDots(layers.dots, x, y, data);
  });
  return figure<NoisePlotData, undefined>(root, undefined, (next) => {
    data = next;
    const strengths = next.at(next.t);
    key.show(
      `t = ${next.t.toFixed(2)}`,
      curves.map(({name}) => strengths[name].toFixed(2)),
    );
    redraw();
  });
}

function drawUnitAxes(group: Group, x: Scale, y: Scale): void {
  const [left, right] = x.range() as [number, number];
  const [bottom] = y.range() as [number];
  const across = axisLeft(y)
    .ticks(3)
    .tickSize(left - right)
    .tickPadding(7);
  const along = axisBottom(x).ticks(5).tickSize(4).tickPadding(5);
  drawAxes(group, {left, bottom}, along, across);
}

function drawNow(group: Group, x: Scale, y: Scale, t: number): void {
  const [bottom, top] = y.range() as [number, number];
  group
    .selectAll("path")
    .data([t])
    .join("path")
    .attr("class", "fig-step-line fig-step-shown")
    .attr("d", `M${x(t)},${top}V${bottom}`);
}

function drawCurves(group: Group, x: Scale, y: Scale, {at}: NoisePlotData): void {
  group
    .selectAll("path")
    .data(curves)
    .join("path")
    .attr("class", "fig-average")
    .attr("data-role", ({role}) => role)
    .attr("stroke-dasharray", ({dash}) => dash)
    .attr("d", ({name}) =>
      line<number>()
        .x((t) => x(t))
        .y((t) => y(at(t)[name]))(times),
    );
}

function drawDots(group: Group, x: Scale, y: Scale, {at, t}: NoisePlotData): void {
  group
    .selectAll("circle")
    .data(curves)
    .join("circle")
    .attr("class", "fig-dot")
    .attr("data-role", ({role}) => role)
    .attr("r", 4.5)
    .attr("cx", x(t))
    .attr("cy", ({name}) => y(at(t)[name]));
}

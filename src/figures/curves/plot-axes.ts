/** Axes of a plot: a quiet frame, with hairlines across. */
import {formatCount} from "../../controls/format.js";
import {type Axis, axisBottom, axisLeft, type NumberValue, scaleLinear} from "../../vendor/d3.js";
import {drawIfNew, type Group, type Scale} from "../svg.js";
import {logTicks} from "./log-ticks.js";
import type {PlotBox} from "./plot-frame.js";

/** An axis along the lower edge of a plot, over the hairlines of one along its left edge. */
export function drawAxes(
  group: Group,
  {left, bottom}: Pick<PlotBox, "left" | "bottom">,
  below: Axis<NumberValue>,
  beside: Axis<NumberValue>,
): void {
  drawAxis(group, "y", `translate(${left},0)`, beside);
  drawAxis(group, "x", `translate(0,${bottom})`, below);
}

function drawAxis(group: Group, name: "x" | "y", transform: string, axis: Axis<NumberValue>): void {
  group
    .selectAll<SVGGElement, string>(`g.fig-axis-${name}`)
    .data([name])
    .join("g")
    .attr("class", `fig-axis fig-axis-${name}`)
    .attr("transform", transform)
    .call(axis);
}

interface StepAxesLook {
  readonly log: boolean;
  /** About so many hairlines. */
  readonly across: number;
}

/** Steps below, values at the left. */
export function drawStepAxes(
  group: Group,
  box: PlotBox,
  x: Scale,
  y: Scale,
  look: StepAxesLook,
): void {
  const from = [box, x.domain(), x.range(), y.domain(), y.range(), look];
  drawIfNew(group, from, () => drawAxes(group, box, ...stepAxes(box, x, y, look)));
}

function stepAxes(box: PlotBox, x: Scale, y: Scale, {log, across}: StepAxesLook) {
  const width = box.right - box.left;
  const steps = axisBottom(x)
    .ticks(Math.max(2, Math.floor(width / 90)))
    .tickFormat((step) => formatCount(Number(step)))
    .tickSize(4)
    .tickPadding(5);
  const values = axisLeft(y).ticks(across).tickSize(-width).tickPadding(7);
  if (log) values.tickValues(valueTicks(y, across)).tickFormat(formatTick);
  return [steps, values] as const;
}

/** On a short logarithmic axis, with too few round numbers, evenly spaced ones. */
function valueTicks(y: Scale, about: number): number[] {
  const [low, high] = y.domain();
  const round = logTicks(low!, high!, about + 2);
  return round.length > 1 ? round : scaleLinear([low!, high!], [0, 1]).ticks(about);
}

const tickFormat = new Intl.NumberFormat("en", {maximumSignificantDigits: 3});

function formatTick(value: NumberValue): string {
  return tickFormat.format(Number(value));
}

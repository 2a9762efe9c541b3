/** Layers that plots of a measure over steps share. */
import type {Role} from "../../lib/training/experiment.js";
import type {Group, Scale} from "../svg.js";
import type {Floor, MetricPoint} from "./metric-text.js";
import type {PlotBox} from "./plot-frame.js";

/** Where steps and values lie, in a box in pixels. */
export interface MetricScales {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: PlotBox;
}

/** The floor as a band over all steps, at least two pixels high; none without a floor. */
export function drawFloor(group: Group, {y, box}: MetricScales, floor: Floor | undefined): void {
  group
    .selectAll("rect")
    .data(floor ? [floor] : [])
    .join("rect")
    .attr("class", "fig-floor")
    .attr("x", box.left)
    .attr("width", Math.max(0, box.right - box.left))
    .attr("y", ({high}) => y(high))
    .attr("height", ({low, high}) => Math.max(2, y(low) - y(high)));
}

/** The interval of each point that has one, a line through its dot; on a logarithmic axis one that reaches 0 ends with the axis. */
export function drawIntervals(
  group: Group,
  {x, y, box}: MetricScales,
  role: Role,
  points: readonly MetricPoint[],
): void {
  const inAxis = (value: number) => (Number.isFinite(y(value)) ? y(value) : box.bottom);
  group
    .selectAll("line")
    .data(points.filter(({interval}) => interval !== undefined))
    .join("line")
    .attr("class", "fig-interval")
    .attr("data-role", role)
    .attr("x1", ({step}) => x(step))
    .attr("x2", ({step}) => x(step))
    .attr("y1", ({interval}) => inAxis(interval!.low))
    .attr("y2", ({interval}) => y(interval!.high));
}

/** A dot for each point that has a finite value. */
export function drawDots(
  group: Group,
  {x, y}: MetricScales,
  role: Role,
  points: readonly MetricPoint[],
): void {
  group
    .selectAll("circle")
    .data(points.filter(({value}) => Number.isFinite(value)))
    .join("circle")
    .attr("class", "fig-dot")
    .attr("data-role", role)
    .attr("r", 3.5)
    .attr("cx", ({step}) => x(step))
    .attr("cy", ({value}) => y(value));
}

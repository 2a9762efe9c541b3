import {formatCount} from "../../controls/format.js";
import {axisBottom, axisLeft, line, scaleLinear, scaleLog} from "../../vendor/d3.js";
import {drawIfNew, figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import {logTicks} from "./log-ticks.js";
import {drawAxes} from "./plot-axes.js";
import type {PlotBox} from "./plot-frame.js";
import {strokeDashes} from "./role-stroke.js";
import type {ErrorCourse, ErrorsByWidthData} from "./width-data.js";

export interface WidthScales {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: PlotBox;
}

/** Of what it learned from, and of the test. */
export const widthRoles = ["generated", "judge"] as const;
export const widthDashes = strokeDashes(widthRoles);

const plainRoom = 18;

/** The SVG of errors by width: per cent from the bottom, widths on a logarithmic axis, and where there are as many as pictures. */
export function widthPlot(height: number) {
  const {svg, layers} = figureSvg(["axes", "threshold", "faint", "lines", "dots", "marks"]);

  const draw = (data: ErrorsByWidthData, width: number): WidthScales => {
    const box = {left: 44, top: 10, right: width - plainRoom, bottom: height - 26};
    const {widths} = data;
    const x = scaleLog([widths[0]!, widths.at(-1)!], [box.left, box.right]);
    const y = scaleLinear([0, 100], [box.bottom, box.top]).clamp(true);
    const scales = {x, y, box};
    setViewBox(svg, width, height);
    drawIfNew(layers.axes, [box, widths], () => drawWidthAxes(layers.axes, scales));
    drawIfNew(layers.threshold, [box, widths, data.threshold], () =>
      drawThreshold(layers.threshold, scales, data.threshold),
    );
    const {comparisons = []} = data;
    drawCourses(layers.faint, scales, comparisons.map(testCourse));
    drawCourses(layers.lines, scales, [
      {...widthLook(0), widths, values: data.train},
      {...widthLook(1), widths, values: data.test},
    ]);
    return scales;
  };

  /** Marks the width shown elsewhere, and the one pointed at, with a dot on each line. */
  const mark = (
    {x, y, box}: WidthScales,
    {widths, train, test, shown}: ErrorsByWidthData,
    pointed: number | undefined,
  ): void => {
    const lines = [
      {kind: "shown", place: shown},
      {kind: "pointed", place: pointed},
    ].filter(({place}) => place !== undefined);
    layers.marks
      .selectAll("path")
      .data(lines)
      .join("path")
      .attr("class", ({kind}) => `fig-step-line fig-step-${kind}`)
      .attr("d", ({place}) => `M${x(widths[place!]!)},${box.top}V${box.bottom}`);
    const place = pointed ?? shown;
    const values = place === undefined ? [] : [train[place], test[place]];
    const dots = values.map((value, i) => ({value: value ?? Number.NaN, role: widthRoles[i]!}));
    layers.dots
      .selectAll("circle")
      .data(dots.filter(({value}) => Number.isFinite(value)))
      .join("circle")
      .attr("class", "fig-dot")
      .attr("data-role", ({role}) => role)
      .attr("r", 4)
      .attr("cx", x(widths[place ?? 0]!))
      .attr("cy", ({value}) => y(value));
  };

  return {svg, draw, mark};
}

interface Course {
  readonly role: string;
  readonly dash: string;
  readonly widths: readonly number[];
  readonly values: ArrayLike<number>;
}

function widthLook(i: 0 | 1) {
  return {role: widthRoles[i], dash: widthDashes[i]!};
}

function testCourse({widths, test}: ErrorCourse): Course {
  return {...widthLook(1), widths, values: test};
}

function drawWidthAxes(group: Group, {x, y, box}: WidthScales): void {
  const [low, high] = x.domain();
  const most = Math.max(2, Math.floor((box.right - box.left) / 60));
  const below = axisBottom(x)
    .tickValues(logTicks(low!, high!, most))
    .tickFormat((width) => formatCount(Number(width)))
    .tickSize(4)
    .tickPadding(5);
  const left = axisLeft(y)
    .ticks(5)
    .tickSize(box.left - box.right)
    .tickPadding(7);
  drawAxes(group, box, below, left);
}

function drawThreshold(group: Group, {x, box}: WidthScales, threshold: number): void {
  group
    .selectAll("path")
    .data([threshold])
    .join("path")
    .attr("class", "fig-level")
    .attr("d", (at) => `M${x(at)},${box.top}V${box.bottom}`);
  group
    .selectAll("text")
    .data([threshold])
    .join("text")
    .attr("class", "fig-level-name")
    .attr("x", (at) => x(at) - 6)
    .attr("y", box.top + 12)
    .text("as many as pictures");
}

function drawCourses(group: Group, {x, y}: WidthScales, courses: readonly Course[]): void {
  const pathOf = ({widths, values}: Course) =>
    line<number>()
      .defined((_, i) => Number.isFinite(values[i]))
      .x((width) => x(width))
      .y((_, i) => y(values[i]!))(widths);
  group
    .selectAll("path")
    .data(courses)
    .join("path")
    .attr("class", "fig-average")
    .attr("data-role", ({role}) => role)
    .attr("stroke-dasharray", ({dash}) => dash)
    .attr("d", pathOf);
}

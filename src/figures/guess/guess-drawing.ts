import type {Role} from "../../lib/training/experiment.js";
import {line, scaleLinear, scaleLog} from "../../vendor/d3.js";
import {drawDots, drawFloor, drawIntervals, type MetricScales} from "../curves/metric-layers.js";
import type {Floor, MetricPoint} from "../curves/metric-text.js";
import {drawStepAxes} from "../curves/plot-axes.js";
import type {PlotBox} from "../curves/plot-frame.js";
import {figureSvg, type Group, setViewBox} from "../svg.js";
import {type Guess, type GuessAxis, stepOf} from "./guess.js";

/** The drawing: the guess, the truth when it may be seen, and the keyboard's cursor. */
export interface GuessDrawingData {
  readonly guess: Guess;
  readonly truth: readonly MetricPoint[];
  readonly floor?: Floor | undefined;
  readonly cursor?: {readonly step: number; readonly value: number} | undefined;
}

/** The SVG of a guess: axes with their names, the floor as a grey band, the truth as a line with its intervals, the guess as a dashed one over it. */
export function guessDrawing(
  {label, unit, limit, axis, role}: GuessDrawingOptions,
  height: number,
) {
  const {svg, layers} = figureSvg(["axes", "floor", "truth", "guess", "names", "marks"]);
  const scalesOf = (width: number): MetricScales => {
    const box = {left: 48, top: 26, right: width - 18, bottom: height - 42};
    const y = (axis.log ? scaleLog() : scaleLinear())
      .domain([axis.low, axis.high])
      .range([box.bottom, box.top])
      .clamp(true);
    return {x: scaleLinear([0, limit], [box.left, box.right]).clamp(true), y, box};
  };
  return {
    svg,
    draw({guess, truth, floor, cursor}: GuessDrawingData, width: number): PlotBox {
      const scales = scalesOf(width);
      setViewBox(svg, width, height);
      drawStepAxes(layers.axes, scales.box, scales.x, scales.y, {
        log: axis.log ?? false,
        across: 4,
      });
      drawNames(layers.names, scales.box, unit === "" ? label : `${label}, ${unit}`);
      drawFloor(layers.floor, scales, floor);
      drawLine(layers.truth, scales, "fig-average", truth, role);
      drawIntervals(layers.truth, scales, role, truth);
      drawDots(layers.truth, scales, role, truth);
      drawLine(layers.guess, scales, "fig-guess", drawn(guess, limit));
      drawCursor(layers.marks, scales, cursor);
      return scales.box;
    },
  };
}

export interface GuessDrawingOptions {
  readonly label: string;
  readonly unit: string;
  /** The last step of the axis. */
  readonly limit: number;
  readonly axis: GuessAxis;
  /** Whose quality is measured; decides the colour of the truth. */
  readonly role: Role;
}

function drawn(guess: Guess, limit: number): MetricPoint[] {
  return guess.flatMap((value, place) =>
    value === null ? [] : [{step: stepOf(place, limit), value}],
  );
}

function drawNames(group: Group, {left, right, bottom}: PlotBox, name: string): void {
  const names = [
    {text: name, x: left, y: 14, anchor: "start"},
    {text: "steps", x: right, y: bottom + 36, anchor: "end"},
  ];
  group
    .selectAll("text")
    .data(names)
    .join("text")
    .attr("class", "fig-axis-name")
    .attr("text-anchor", ({anchor}) => anchor)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .text(({text}) => text);
}

function drawLine(
  group: Group,
  {x, y}: MetricScales,
  name: string,
  points: readonly MetricPoint[],
  role?: Role,
): void {
  const path = line<MetricPoint>()
    .x(({step}) => x(step))
    .y(({value}) => y(value));
  group
    .selectAll("path")
    .data([points])
    .join("path")
    .attr("class", name)
    .attr("data-role", role ?? null)
    .attr("d", path);
}

function drawCursor(group: Group, {x, y}: MetricScales, cursor: GuessDrawingData["cursor"]): void {
  group
    .selectAll("circle")
    .data(cursor ? [cursor] : [])
    .join("circle")
    .attr("class", "fig-guess-cursor")
    .attr("r", 7)
    .attr("cx", ({step}) => x(step))
    .attr("cy", ({value}) => y(value));
}

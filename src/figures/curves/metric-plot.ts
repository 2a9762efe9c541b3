import {quantile} from "../../lib/metrics/floor.js";
import type {Measure, Role} from "../../lib/training/experiment.js";
import {line, scaleLinear, scaleLog} from "../../vendor/d3.js";
import {figureSvg, type Group, setViewBox} from "../svg.js";
import {type CurveLine, drawAverages} from "./curve-lines.js";
import {plainRoom} from "./end-labels.js";
import {drawDots, drawFloor, drawIntervals, type MetricScales} from "./metric-layers.js";
import type {Floor, MetricPoint} from "./metric-text.js";
import {drawStepAxes} from "./plot-axes.js";
import {drawStepLines} from "./plot-frame.js";

export interface MetricBandData {
  /** Measurements by step, ascending. */
  readonly points: readonly MetricPoint[];
  readonly floor?: Floor;
  /** The step the run will stop at: the axis is that long from the start. */
  readonly limit?: number;
  /** The step whose pictures are shown elsewhere. */
  readonly shownStep?: number;
  /** Other runs, drawn faintly. */
  readonly comparisons?: readonly {readonly points: readonly MetricPoint[]}[];
  /** What a curve reads as the measure, by step: index i is step i + 1, NaN where it reads none. */
  readonly reading?: Float32Array;
  /** Why there are no points, default "not measured yet". */
  readonly missing?: string;
}

/**
 * The SVG of a measure: its floor as a grey band, its course as a line with a dot at each measurement, and what is read as the measure
 * from a curve of the run, `lines`.
 */
export function metricPlot(measure: Measure, height: number) {
  const {role = "generated", scale} = measure;
  const {svg, layers} = figureSvg(["axes", "floor", "faint", "reading", "line", "marks"]);

  const draw = (
    data: MetricBandData,
    width: number,
    lines: readonly CurveLine[] = [],
  ): MetricScales => {
    const scales = metricScales(data, measure, {width, height}, lines);
    const others = (data.comparisons ?? []).map(({points}) => points);
    setViewBox(svg, width, height);
    drawFloor(layers.floor, scales, data.floor);
    drawStepAxes(layers.axes, scales.box, scales.x, scales.y, {log: scale === "log", across: 3});
    drawPaths(layers.faint, scales, role, others);
    drawAverages(layers.reading, lines, {...scales, first: 1});
    drawPaths(layers.line, scales, role, [data.points]);
    drawIntervals(layers.line, scales, role, data.points);
    drawDots(layers.line, scales, role, data.points);
    return scales;
  };

  const mark = (
    scales: MetricScales,
    shown: number | undefined,
    pointed: MetricPoint | undefined,
  ) => {
    drawStepLines(layers.marks, scales.box, scales.x, {shown, pointed: pointed?.step});
    drawDots(layers.marks, scales, role, pointed ? [pointed] : []);
  };

  return {svg, draw, mark};
}

/** From 0, unless the axis is logarithmic; numbers that are all below 0 have an axis of their own. */
export function rangeOf(values: readonly number[], log: boolean): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!log && values.length > 0 && most < 0) {
    const room = 0.1 * (most - least) || 1;
    return [least - room, most + room];
  }
  const high = Math.max(most, log ? 1e-6 : 0) || 1;
  return [log ? Math.min(least, high / 2) : Math.min(0, least), high];
}

function metricScales(
  {points, floor, limit = 0, comparisons = []}: MetricBandData,
  {scale, outOf}: Measure,
  {width, height}: {readonly width: number; readonly height: number},
  lines: readonly CurveLine[],
): MetricScales {
  const log = scale === "log";
  const all = [...points, ...comparisons.flatMap((other) => other.points)];
  const read = lines.flatMap(({average}) => usualOf(average));
  const ends = points.flatMap(({interval}) => (interval ? [interval.low, interval.high] : []));
  const values = [...all.map(({value}) => value), ...ends, ...read, floor?.low, floor?.high, outOf]
    .filter((value) => value !== undefined)
    .filter((value) => Number.isFinite(value) && (!log || value > 0));
  const [low, high] = rangeOf(values, log);
  const box = {left: 44, top: 8, right: width - plainRoom, bottom: height - 26};
  const last = Math.max(limit, 10, ...all.map(({step}) => step));
  const x = scaleLinear([0, last], [box.left, box.right]);
  const y = log
    ? scaleLog([low / 1.15, high * 1.15], [box.bottom, box.top])
    : scaleLinear([low, high], [box.bottom, box.top]).nice(3);
  return {x, y: y.clamp(true), box};
}

/** What nearly all of a line lies between: its first few steps may be far off. */
function usualOf(values: Float32Array): readonly number[] {
  const finite = Array.from(values.filter(Number.isFinite));
  return finite.length === 0 ? [] : [0.02, 0.98].map((share) => quantile(finite, share));
}

function drawPaths(
  group: Group,
  {x, y}: MetricScales,
  role: Role,
  courses: readonly (readonly MetricPoint[])[],
): void {
  const path = line<MetricPoint>()
    .defined(({value}) => Number.isFinite(value))
    .x(({step}) => x(step))
    .y(({value}) => y(value));
  group
    .selectAll("path")
    .data(courses)
    .join("path")
    .attr("class", "fig-average")
    .attr("data-role", role)
    .attr("d", path);
}

import type {Level} from "../../lib/training/experiment.js";
import {scaleLinear, scaleLog} from "../../vendor/d3.js";
import {figureSvg, type Scale, setViewBox} from "../svg.js";
import type {CurveSeries, CurveValues, LossCurvesData} from "./curve-data.js";
import {curveDomain} from "./curve-domain.js";
import {type CurveLine, drawAverages, drawEverySteps} from "./curve-lines.js";
import {drawEndLabels, endLabelRoom, plainRoom} from "./end-labels.js";
import {drawStepAxes} from "./plot-axes.js";
import {drawLevels, drawStepLines, type PlotBox} from "./plot-frame.js";
import {strokeDashes} from "./role-stroke.js";
import {exponentialAverage} from "./smoothing.js";

export interface CurvePlotOptions {
  readonly series: readonly CurveSeries[];
  readonly levels: readonly Level[];
  readonly span: number;
  readonly height: number;
  readonly firstStep: number;
}

export interface CurveScales {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: PlotBox;
  /** Values beyond the vertical axis, drawn at its edge. */
  readonly outside: number;
}

/** The SVG of loss curves: axes, levels, faint runs, every step, averages and names at the lines' ends. */
export function curvePlot({series, levels, span, height, firstStep}: CurvePlotOptions) {
  const {svg, layers} = figureSvg([
    "axes",
    "levels",
    "faint",
    "steps",
    "averages",
    "names",
    "marks",
  ]);
  const labels = series.map(({label}) => label);
  const dashes = strokeDashes(series.map(({role}) => role));
  const linesOf = (curves: CurveValues, log: boolean): CurveLine[] =>
    series.map(({name, role}, i) => {
      const values = drawable(curves[name] ?? new Float32Array(0), log);
      return {role, dash: dashes[i]!, values, average: exponentialAverage(values, span)};
    });

  const draw = (data: LossCurvesData, width: number): CurveScales => {
    const log = data.log ?? false;
    const lines = linesOf(data.curves, log);
    const others = (data.comparisons ?? []).flatMap(({curves}) => linesOf(curves, log));
    const scales = scalesOf(data, [...lines, ...others], width);
    const {x, y, box} = scales;
    const at = {x, y, first: firstStep};
    setViewBox(svg, width, height);
    drawStepAxes(layers.axes, box, x, y, {log, across: 5});
    drawLevels(layers.levels, box, y, levels);
    drawAverages(layers.faint, others, at);
    drawEverySteps(layers.steps, lines, at);
    drawAverages(layers.averages, lines, at);
    drawEndLabels(layers.names, namedEnds(scales, lines, width), box);
    return scales;
  };

  const scalesOf = (
    {limit = 0, log = false}: LossCurvesData,
    lines: readonly CurveLine[],
    width: number,
  ): CurveScales => {
    const values = lines.map((line) => line.values);
    const domain = curveDomain(
      values,
      levels.map(({value}) => value),
      log,
    );
    const room = endLabelRoom(labels, width);
    const box = {left: 44, top: 10, right: width - room, bottom: height - 26};
    const last = Math.max(limit, firstStep + 9, ...values.map(({length}) => length));
    const x = scaleLinear([firstStep, last], [box.left, box.right]);
    const y = (log ? scaleLog() : scaleLinear())
      .domain([domain.low, domain.high])
      .range([box.bottom, box.top])
      .clamp(true);
    return {x, y, box, outside: domain.outside};
  };

  const namedEnds = ({x, y}: CurveScales, lines: readonly CurveLine[], width: number) => {
    if (endLabelRoom(labels, width) === plainRoom) return [];
    return series.map(({label, role}, i) => {
      const {average} = lines[i]!;
      const last = average.length - 1;
      return {label, role, x: x(firstStep + last), y: y(average[last] ?? Number.NaN)};
    });
  };

  /** Marks one step, with a dot on each curve's exact value, and the step shown elsewhere. */
  const mark = (
    {x, y, box}: CurveScales,
    data: LossCurvesData,
    place: number | undefined,
  ): void => {
    const pointed = place === undefined ? undefined : firstStep + place;
    drawStepLines(layers.marks, box, x, {shown: data.shownStep, pointed});
    const dots = place === undefined ? [] : series;
    layers.marks
      .selectAll("circle")
      .data(dots.filter(({name}) => Number.isFinite(data.curves[name]?.[place!])))
      .join("circle")
      .attr("class", "fig-dot")
      .attr("data-role", ({role}) => role)
      .attr("r", 4)
      .attr("cx", x(pointed ?? 0))
      .attr("cy", ({name}) => y(data.curves[name]![place!]!));
  };

  return {svg, draw, mark, dashes};
}

/** On a logarithmic axis what is not above zero cannot be drawn. */
function drawable(values: Float32Array, log: boolean): Float32Array {
  return log ? values.map((value) => (value > 0 ? value : Number.NaN)) : values;
}

/** The SVG of a race: a histogram for each estimator over one axis, and their spreads after so many estimates. */
import {line, scaleLinear} from "../../vendor/d3.js";
import {drawStepAxes} from "../curves/plot-axes.js";
import type {PlotBox} from "../curves/plot-frame.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import type {Lane, RaceRun} from "./race-run.js";

export const histogramHeight = 76;
export const spreadsHeight = 120;
const binCount = 60;
const sides = {left: 44, right: 14} as const;

/** Estimates up to so many spreads of the wider lane from the truth. */
const reach = 4;

export function histogram() {
  const {svg, layers} = figureSvg(["axes", "bars", "marks"]);
  return {
    svg,
    draw({truth, lanes}: RaceRun, lane: Lane, width: number): void {
      const box = boxOf(width, histogramHeight);
      const half = reach * Math.max(...lanes.map(({trueSpread}) => trueSpread), 1e-6);
      const x = scaleLinear([truth - half, truth + half], [box.left, box.right]);
      const bins = binsOf(lane.estimates, x.domain());
      const y = scaleLinear([0, Math.max(...bins, 1)], [box.bottom, box.top]);
      setViewBox(svg, width, histogramHeight);
      drawStepAxes(layers.axes, box, x, y, {log: false, across: 1});
      drawBars(layers.bars, box, bins, y);
      drawTruth(layers.marks, box, x, truth);
    },
  };
}

/** Counts of the estimates in equal bins; those beyond are in the outermost. */
export function binsOf(estimates: readonly number[], [low, high]: readonly number[]): number[] {
  const bins = new Array<number>(binCount).fill(0);
  for (const estimate of estimates) {
    const place = Math.floor((binCount * (estimate - low!)) / (high! - low!));
    bins[Math.max(0, Math.min(binCount - 1, place))]!++;
  }
  return bins;
}

function drawBars(group: Group, box: PlotBox, bins: readonly number[], y: Scale): void {
  const wide = (box.right - box.left) / binCount;
  const path = bins
    .map((count, i) => `M${box.left + i * wide},${box.bottom}V${y(count)}h${wide}V${box.bottom}Z`)
    .join("");
  group.selectAll("path").data([path]).join("path").attr("class", "fig-race-bars").attr("d", path);
}

function drawTruth(group: Group, box: PlotBox, x: Scale, truth: number): void {
  group
    .selectAll("path")
    .data([truth])
    .join("path")
    .attr("class", "fig-race-truth")
    .attr("d", `M${x(truth)},${box.top}V${box.bottom}`);
}

export function spreadsPlot(dashes: readonly string[]) {
  const {svg, layers} = figureSvg(["axes", "levels", "lines"]);
  return {
    svg,
    draw({lanes}: RaceRun, most: number, width: number): void {
      const box = boxOf(width, spreadsHeight);
      const high = 1.6 * Math.max(...lanes.map(({trueSpread}) => trueSpread), 1e-6);
      const x = scaleLinear([0, most], [box.left, box.right]);
      const y = scaleLinear([0, high], [box.bottom, box.top]).clamp(true);
      setViewBox(svg, width, spreadsHeight);
      drawStepAxes(layers.axes, box, x, y, {log: false, across: 3});
      drawLevels(layers.levels, box, y, lanes);
      drawCourses(layers.lines, x, y, lanes, dashes);
    },
  };
}

function drawLevels(group: Group, box: PlotBox, y: Scale, lanes: readonly Lane[]): void {
  group
    .selectAll("path")
    .data(lanes)
    .join("path")
    .attr("class", "fig-level")
    .attr("d", ({trueSpread}) => `M${box.left},${y(trueSpread)}H${box.right}`);
}

function drawCourses(
  group: Group,
  x: Scale,
  y: Scale,
  lanes: readonly Lane[],
  dashes: readonly string[],
): void {
  const path = line<number>()
    .defined(Number.isFinite)
    .x((_, i) => x(i + 1))
    .y(y);
  group
    .selectAll("path")
    .data(lanes)
    .join("path")
    .attr("class", "fig-race-course")
    .attr("stroke-dasharray", (_, i) => dashes[i]!)
    .attr("d", ({spreads}) => path(spreads));
}

function boxOf(width: number, height: number): PlotBox {
  return {left: sides.left, top: 6, right: width - sides.right, bottom: height - 22};
}

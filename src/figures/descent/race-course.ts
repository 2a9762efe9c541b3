/** Heights above the lowest place, step by step, of all racers: on a logarithmic scale, where a steady pace is a straight line. */

import {goalShare, type Lane} from "../../lib/descent/race.js";
import {line, scaleLinear, scaleLog} from "../../vendor/d3.js";
import {drawStepAxes} from "../curves/plot-axes.js";
import {drawLevels, type PlotBox} from "../curves/plot-frame.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import {heightAt, type Race, raceSteps} from "./race-state.js";
import {racerDashes} from "./racers.js";

export const courseHeight = 190;
/** Shares of the height of the start: of the axis. */
const [least, most] = [1e-4, 10];
const levels = [{value: 100 * goalShare, label: "arrived: 1 %"}];

export function raceCourse() {
  const {svg, layers} = figureSvg(["axes", "levels", "lines", "heads"]);
  return {
    svg,
    draw(race: Race, step: number, width: number): void {
      const box: PlotBox = {left: 52, top: 8, right: width - 14, bottom: courseHeight - 24};
      const x = scaleLinear([0, raceSteps], [box.left, box.right]);
      const y = scaleLog([100 * least, 100 * most], [box.bottom, box.top]).clamp(true);
      setViewBox(svg, width, courseHeight);
      drawStepAxes(layers.axes, box, x, y, {log: true, across: 3});
      drawLevels(layers.levels, box, y, levels);
      drawCourses(layers.lines, race, step, x, y);
      drawHeads(layers.heads, race, step, x, y);
    },
  };
}

/** Per cent of the height between start and lowest place that is left. */
function leftAt({land, lanes}: Race, height: number): number {
  const start = lanes[0]?.heights[0] ?? 1;
  const whole = Math.max(start - land.lowest.height, 1e-12);
  return Math.max(100 * ((height - land.lowest.height) / whole), 100 * least);
}

function drawCourses(group: Group, race: Race, step: number, x: Scale, y: Scale): void {
  const path = line<number>()
    .defined(Number.isFinite)
    .x((_, i) => x(i))
    .y((height) => y(leftAt(race, height)));
  group
    .selectAll("path")
    .data(race.lanes)
    .join("path")
    .attr("class", "fig-descent-course")
    .attr("data-racer", ({name}) => name)
    .attr("stroke-dasharray", ({name}) => racerDashes[name].join(" ") || "none")
    .attr("d", ({heights}) => path(heights.slice(0, step + 1)));
}

function drawHeads(group: Group, race: Race, step: number, x: Scale, y: Scale): void {
  const at = (lane: Lane) => Math.min(step, lane.heights.length - 1);
  const finite = race.lanes.filter((lane) => Number.isFinite(heightAt(lane, step)));
  group
    .selectAll("circle")
    .data(finite)
    .join("circle")
    .attr("class", "fig-descent-head")
    .attr("data-racer", ({name}) => name)
    .attr("r", 3.5)
    .attr("cx", (lane) => x(at(lane)))
    .attr("cy", (lane) => y(leftAt(race, heightAt(lane, step))));
}

import {line, scaleLinear} from "../../vendor/d3.js";
import {drawStepAxes} from "../curves/plot-axes.js";
import {drawLevels, type PlotBox} from "../curves/plot-frame.js";
import {figureSvg, setViewBox} from "../svg.js";

export const courseHeight = 110;
const levels = [{value: Math.LN2, label: "knowing nothing: 0.69"}];

/** The loss after each step so far. */
export function lossCourse() {
  const {svg, layers} = figureSvg(["axes", "levels", "lines"]);
  return {
    svg,
    draw(losses: readonly number[], width: number): void {
      const box: PlotBox = {left: 40, top: 8, right: width - 12, bottom: courseHeight - 22};
      const most = Math.max(1, ...losses.filter(Number.isFinite).slice(-400));
      const x = scaleLinear([0, Math.max(20, losses.length - 1)], [box.left, box.right]);
      const y = scaleLinear([0, Math.min(most, 8)], [box.bottom, box.top]).clamp(true);
      const path = line<number>()
        .defined(Number.isFinite)
        .x((_, i) => x(i))
        .y(y);
      setViewBox(svg, width, courseHeight);
      drawStepAxes(layers.axes, box, x, y, {log: false, across: 2});
      drawLevels(layers.levels, box, y, levels);
      layers.lines
        .selectAll("path")
        .data([losses])
        .join("path")
        .attr("class", "fig-neuron-course")
        .attr("d", path);
    },
  };
}

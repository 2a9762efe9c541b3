/** Right answers by wrong labels: the mean of all draws as a line, each draw as dots. */
import {axisBottom, axisLeft, line, scaleLinear} from "../../vendor/d3.js";
import {drawAxes} from "../curves/plot-axes.js";
import {drawLevels, drawStepLines, type PlotBox} from "../curves/plot-frame.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import {type Course, perCent, spanOf} from "./label-cost-text.js";

export const labelCostHeight = 240;

export function labelCostPlot(shares: readonly number[]) {
  const {svg, layers} = figureSvg(["axes", "levels", "place", "one", "majority"]);
  return {
    svg,
    /** `place` of the shares is marked. */
    draw(courses: readonly Course[], place: number, width: number): void {
      const box = {left: 44, top: 8, right: width - 12, bottom: labelCostHeight - 24};
      const x = scaleLinear([0, shares.at(-1)!], [box.left, box.right]);
      const y = scaleLinear([0, 1], [box.bottom, box.top]);
      setViewBox(svg, width, labelCostHeight);
      drawFrame(layers.axes, box, x, y);
      drawLevels(layers.levels, box, y, [{value: 0.1, label: "guessing"}]);
      drawStepLines(layers.place, box, x, {shown: undefined, pointed: shares[place]!});
      for (const who of ["one", "majority"] as const)
        drawCourse(
          layers[who],
          courses.map((course) => course[who]),
          shares,
          x,
          y,
        );
    },
  };
}

function drawFrame(group: Group, box: PlotBox, x: Scale, y: Scale): void {
  const format = (share: unknown) => `${perCent(Number(share))} %`;
  const below = axisBottom(x).ticks(5).tickFormat(format).tickSize(4).tickPadding(5);
  const left = axisLeft(y)
    .ticks(5)
    .tickFormat(format)
    .tickSize(box.left - box.right)
    .tickPadding(7);
  drawAxes(group, box, below, left);
}

function drawCourse(
  group: Group,
  courses: readonly (readonly number[])[],
  shares: readonly number[],
  x: Scale,
  y: Scale,
): void {
  const means = shares.map((_, i) => spanOf(courses.map((course) => course[i]!)).mean);
  const path = line<number>()
    .x((_, i) => x(shares[i]!))
    .y((value) => y(value));
  const dots = courses.flatMap((course) =>
    course.map((value, i) => `M${x(shares[i]!) - 1.5},${y(value)}h3`),
  );
  group
    .selectAll("path")
    .data(courses.length === 0 ? [] : [path(means), dots.join("")])
    .join("path")
    .attr("class", (_, i) => (i === 0 ? "fig-cost-mean" : "fig-cost-dots"))
    .attr("d", (d) => d);
}

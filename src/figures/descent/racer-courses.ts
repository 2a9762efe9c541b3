/** Losses of racers over the steps of a run: a line each, in its colour and with its letter at the end. Of an average it is dashed. */
import {line, scaleLinear, scaleLog} from "../../vendor/d3.js";
import type {Look} from "../curves/fit-curves.js";
import {spreadLabels} from "../curves/label-spread.js";
import {drawStepAxes} from "../curves/plot-axes.js";
import {drawLevels, drawStepLines, type PlotBox} from "../curves/plot-frame.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import type {CoursesData, RacerCourse} from "./net-race-data.js";
import {racerLetters} from "./race-words.js";

interface CoursesOptions {
  /** Losses at the lower and the upper edge; what is beyond is drawn there. */
  readonly domain: readonly [least: number, most: number];
  readonly levels: readonly {readonly value: number; readonly label: string}[];
}

const letterHeight = 13;

export function racerCourses({domain, levels}: CoursesOptions) {
  const {svg, layers} = figureSvg(["axes", "levels", "lines", "marks", "letters"]);
  return {
    svg,
    draw({courses, steps, shownStep}: CoursesData, width: number, height: number): void {
      const box: PlotBox = {left: 44, top: 8, right: width - 22, bottom: height - 26};
      const x = scaleLinear([0, steps], [box.left, box.right]);
      const y = scaleLog([...domain], [box.bottom, box.top]).clamp(true);
      setViewBox(svg, width, height);
      drawStepAxes(layers.axes, box, x, y, {log: true, across: 4});
      drawLevels(layers.levels, box, y, levels);
      drawLines(layers.lines, courses, x, y);
      drawStepLines(layers.marks, box, x, {shown: shownStep, pointed: undefined});
      drawLetters(layers.letters, courses, box, x, y);
    },
  };
}

function drawLines(group: Group, courses: readonly RacerCourse[], x: Scale, y: Scale): void {
  const path = line<Look>()
    .x(({step}) => x(step))
    .y(({loss}) => y(loss));
  group
    .selectAll("path")
    .data(courses)
    .join("path")
    .attr("class", "fig-descent-course")
    .attr("data-racer", ({racer}) => racer)
    .attr("stroke-dasharray", ({isAveraged}) => (isAveraged ? "5 3" : "none"))
    .attr("d", ({points}) => path(points));
}

/** Moved apart where lines meet. */
function drawLetters(
  group: Group,
  courses: readonly RacerCourse[],
  box: PlotBox,
  x: Scale,
  y: Scale,
): void {
  const ends = courses.flatMap(({racer, points, isAveraged}) => {
    const last = points.at(-1);
    return last && !isAveraged ? [{racer, ...last}] : [];
  });
  const heights = spreadLabels(
    ends.map(({loss}) => y(loss)),
    letterHeight,
    box.top + 4,
    box.bottom - 4,
  );
  group
    .selectAll("text")
    .data(ends)
    .join("text")
    .attr("class", "fig-descent-end")
    .attr("data-racer", ({racer}) => racer)
    .attr("x", ({step}) => x(step) + 5)
    .attr("y", (_, i) => heights[i]! + 4)
    .text(({racer}) => racerLetters[racer]);
}

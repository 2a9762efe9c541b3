/** The SVGs of a sweep of rates. A faster rate is drawn darker; the best so far in the accent. */
import {axisBottom, axisLeft, line, scaleLinear, scaleLog} from "../../vendor/d3.js";
import {drawIfNew, figureSvg, type Group, type Scale, setViewBox} from "../svg.js";
import {drawAxes, drawStepAxes} from "./plot-axes.js";
import {drawLevels, drawStepLines, type PlotBox} from "./plot-frame.js";
import {bestPlace, type RateSweepData} from "./rate-sweep-data.js";
import {exponentialAverage} from "./smoothing.js";

/** Losses on the axes. */
const [least, most] = [0.1, 30];

/** Steps that a line averages over. */
const smoothOver = 12;

function boxOf(width: number, height: number): PlotBox {
  return {left: 40, top: 8, right: width - 16, bottom: height - 26};
}

function lossScale(box: PlotBox): Scale {
  return scaleLog([least, most], [box.bottom, box.top]).clamp(true);
}

export function coursePlot() {
  const {svg, layers} = figureSvg(["axes", "levels", "lines", "marks"]);
  return {
    svg,
    draw(data: RateSweepData, width: number, height: number): void {
      const box = boxOf(width, height);
      const x = scaleLinear([0, data.steps], [box.left, box.right]);
      const y = lossScale(box);
      setViewBox(svg, width, height);
      drawStepAxes(layers.axes, box, x, y, {log: true, across: 3});
      drawLevels(layers.levels, box, y, [{value: data.nothing, label: "knowing nothing"}]);
      drawCourses(layers.lines, data, x, y);
      const isBack = data.step < Math.max(...data.losses.map(({length}) => length));
      drawStepLines(layers.marks, box, x, {
        shown: isBack ? data.step : undefined,
        pointed: undefined,
      });
    },
  };
}

function drawCourses(group: Group, data: RateSweepData, x: Scale, y: Scale): void {
  const path = line<readonly [number, number]>()
    .x(([step]) => x(step))
    .y(([, loss]) => y(loss));
  const best = bestPlace(data);
  group
    .selectAll("path")
    .data(data.losses)
    .join("path")
    .attr("class", (_, i) => `fig-sweep-course${i === best ? " fig-sweep-best" : ""}`)
    .attr("data-shade", (_, i) => shadeOf(i, data.rates.length))
    .attr("d", (losses) => path(courseOf(losses, x)));
}

/** Averages, as many as there are pixels. */
function courseOf(losses: ArrayLike<number>, x: Scale): (readonly [number, number])[] {
  const smooth = exponentialAverage(losses, smoothOver);
  const stride = Math.max(1, Math.floor(losses.length / (x(losses.length) - x(0) || 1)));
  return Array.from(smooth, (loss, i) => [i + 1, loss] as const).filter(([i]) => i % stride === 0);
}

/** The lightness of a line, 0 for the slowest to 4 for the fastest. */
function shadeOf(i: number, count: number): number {
  return Math.round((4 * i) / (count - 1));
}

export function valleyPlot() {
  const {svg, layers} = figureSvg(["axes", "levels", "faint", "lines", "dots"]);
  return {
    svg,
    draw(data: RateSweepData, width: number, height: number): void {
      const box = boxOf(width, height);
      const {rates} = data;
      const x = scaleLog([rates[0]! / 1.6, rates.at(-1)! * 1.6], [box.left, box.right]);
      const y = lossScale(box);
      setViewBox(svg, width, height);
      drawIfNew(layers.axes, [box, rates], () => drawRateAxes(layers.axes, box, x, y));
      drawLevels(layers.levels, box, y, [{value: data.nothing, label: "knowing nothing"}]);
      drawValleys(layers.faint, data.comparisons, rates, x, y);
      drawValleys(layers.lines, [data.now], rates, x, y);
      drawDots(layers.dots, data, x, y);
    },
  };
}

function drawRateAxes(group: Group, box: PlotBox, x: Scale, y: Scale): void {
  const below = axisBottom(x)
    .tickValues([0.0001, 0.001, 0.01, 0.1, 1])
    .tickFormat((rate) => String(rate))
    .tickSize(4)
    .tickPadding(5);
  const left = axisLeft(y)
    .tickValues([0.1, 1, 10])
    .tickFormat((loss) => String(loss))
    .tickSize(box.left - box.right)
    .tickPadding(7);
  drawAxes(group, box, below, left);
}

function drawValleys(
  group: Group,
  valleys: readonly (readonly number[])[],
  rates: readonly number[],
  x: Scale,
  y: Scale,
): void {
  const path = line<number>()
    .defined(Number.isFinite)
    .x((_, i) => x(rates[i]!))
    .y((loss) => y(loss));
  group
    .selectAll("path")
    .data(valleys)
    .join("path")
    .attr("class", "fig-sweep-valley")
    .attr("d", (now) => path(now));
}

function drawDots(group: Group, data: RateSweepData, x: Scale, y: Scale): void {
  const best = bestPlace(data);
  const places = data.now.map((loss, i) => ({loss, i})).filter(({loss}) => Number.isFinite(loss));
  group
    .selectAll("circle")
    .data(places)
    .join("circle")
    .attr("class", ({i}) => `fig-sweep-dot${i === best ? " fig-sweep-best" : ""}`)
    .attr("data-shade", ({i}) => shadeOf(i, data.rates.length))
    .attr("r", ({i}) => (i === best ? 6 : 4.5))
    .attr("cx", ({i}) => x(data.rates[i]!))
    .attr("cy", ({loss}) => y(loss));
}

import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {biasLine, type ScoreAt} from "../../lib/metrics/bias-line.js";
import {axisBottom, axisLeft, scaleLinear} from "../../vendor/d3.js";
import {drawAxes} from "../curves/plot-axes.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {figureSvg, type Group, type Scale, setViewBox} from "../svg.js";

const height = 200;
const sides = {left: 44, top: 10, right: 16, bottom: 36} as const;

/** A score against one over the number of pictures, and the line through it to endlessly many. */
export function biasPlot(label: string): Figure<readonly ScoreAt[]> {
  const {svg, layers} = figureSvg(["axes", "line", "dots"]);
  svg.style.height = `${height}px`;
  const words = element("p", {class: "fig-note"}, "Not measured yet.");
  const root = element(
    "div",
    {class: "fig fig-bias"},
    element("div", {class: "fig-plot"}, svg),
    words,
  );
  const summarise = summarised(root, label);
  let scores: readonly ScoreAt[] = [];
  const redraw = redrawing(root, (width) => {
    setViewBox(svg, width, height);
    if (scores.length < 2) return;
    const {limit} = biasLine(scores);
    const values = [...scores.map(({value}) => value), limit, 0];
    const x = scaleLinear([0, 1 / scores[0]!.n], [sides.left, width - sides.right]);
    const y = scaleLinear(
      [Math.min(...values), Math.max(...values)],
      [height - sides.bottom, sides.top],
    ).nice();
    drawCountAxes(layers.axes, x, y, scores);
    drawLine(layers.line, x, y, scores);
    drawDots(layers.dots, x, y, scores);
  });
  return figure<readonly ScoreAt[], undefined>(root, undefined, (next) => {
    scores = next;
    const text = biasText(next);
    setText(words, text);
    summarise(text);
    redraw();
  });
}

/** What the figure says: measured and extrapolated. */
export function biasText(scores: readonly ScoreAt[]): string {
  if (scores.length < 2) return "Not measured yet.";
  const measured = scores.map(({n, value}) => `${value.toFixed(1)} with ${n}`).join(", ");
  return `${measured} pictures; the line ends at ${biasLine(scores).limit.toFixed(1)} for endlessly many.`;
}

function drawCountAxes(group: Group, x: Scale, y: Scale, scores: readonly ScoreAt[]): void {
  const [left, right] = x.range() as [number, number];
  const [bottom] = y.range() as [number];
  const along = axisBottom(x)
    .tickValues([0, ...scores.map(({n}) => 1 / n)])
    .tickFormat((value) =>
      Number(value) === 0 ? "endless" : String(Math.round(1 / Number(value))),
    )
    .tickSize(4);
  const across = axisLeft(y)
    .ticks(4)
    .tickSize(left - right)
    .tickPadding(7);
  drawAxes(group, {left, bottom}, along, across);
}

function drawLine(group: Group, x: Scale, y: Scale, scores: readonly ScoreAt[]): void {
  const {limit, slope} = biasLine(scores);
  const end = 1 / scores[0]!.n;
  group
    .selectAll("path")
    .data([0])
    .join("path")
    .attr("class", "fig-bias-line")
    .attr("d", `M${x(0)},${y(limit)}L${x(end)},${y(limit + slope * end)}`);
}

function drawDots(group: Group, x: Scale, y: Scale, scores: readonly ScoreAt[]): void {
  const {limit} = biasLine(scores);
  const dots = [...scores.map(({n, value}) => ({x: 1 / n, value})), {x: 0, value: limit}];
  group
    .selectAll("circle")
    .data(dots)
    .join("circle")
    .attr("class", (dot) => (dot.x === 0 ? "fig-bias-end" : "fig-bias-dot"))
    .attr("cx", (dot) => x(dot.x))
    .attr("cy", (dot) => y(dot.value))
    .attr("r", 4);
}

import {formatCount} from "../../controls/format.js";
import {axisBottom, axisLeft, type NumberValue, scaleLinear, select} from "../../vendor/d3.js";
import {drawIfNew, type Group, type Scale} from "../svg.js";
import {logTicks} from "./log-ticks.js";

/** Inner edges of a plot, in CSS pixels of its SVG. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface AxesLook {
  readonly log: boolean;
  /** About so many hairlines. */
  readonly across: number;
}

/** A quiet frame: steps below, values at the left with hairlines. */
export function drawAxes(group: Group, box: PlotBox, x: Scale, y: Scale, look: AxesLook): void {
  const from = [box, x.domain(), x.range(), y.domain(), y.range(), look];
  drawIfNew(group, from, () => drawTicks(group, box, x, y, look));
}

function drawTicks(group: Group, box: PlotBox, x: Scale, y: Scale, {log, across}: AxesLook): void {
  const width = box.right - box.left;
  const steps = axisBottom(x)
    .ticks(Math.max(2, Math.floor(width / 90)))
    .tickFormat((step) => formatCount(Number(step)))
    .tickSize(4)
    .tickPadding(5);
  const values = axisLeft(y).ticks(across).tickSize(-width).tickPadding(7);
  if (log) values.tickValues(valueTicks(y, across)).tickFormat(formatTick);
  group
    .selectAll<SVGGElement, string>("g.fig-axis")
    .data(["x", "y"])
    .join("g")
    .attr("class", (name) => `fig-axis fig-axis-${name}`)
    .attr("transform", (name) =>
      name === "x" ? `translate(0,${box.bottom})` : `translate(${box.left},0)`,
    )
    .each(function (name) {
      if (name === "x") select<SVGGElement, unknown>(this).call(steps);
      else select<SVGGElement, unknown>(this).call(values);
    });
}

/** On a short logarithmic axis, with too few round numbers, evenly spaced ones. */
function valueTicks(y: Scale, about: number): number[] {
  const [low, high] = y.domain();
  const round = logTicks(low!, high!, about + 2);
  return round.length > 1 ? round : scaleLinear([low!, high!], [0, 1]).ticks(about);
}

const tickFormat = new Intl.NumberFormat("en", {maximumSignificantDigits: 3});

function formatTick(value: NumberValue): string {
  return tickFormat.format(Number(value));
}

interface Level {
  readonly value: number;
  readonly label: string;
}

/** Horizontal lines with a meaning; their names stand above them at the right. */
export function drawLevels(group: Group, box: PlotBox, y: Scale, levels: readonly Level[]): void {
  drawIfNew(group, [box, y.domain(), y.range(), levels], () => {
    drawLevelLines(group, box, y, levels);
  });
}

function drawLevelLines(group: Group, box: PlotBox, y: Scale, levels: readonly Level[]): void {
  group
    .selectAll("path")
    .data(levels)
    .join("path")
    .attr("class", "fig-level")
    .attr("d", ({value}) => `M${box.left},${y(value)}H${box.right}`);
  group
    .selectAll("text")
    .data(levels)
    .join("text")
    .attr("class", "fig-level-name")
    .attr("x", box.right - 4)
    .attr("y", ({value}) => y(value) - 5)
    .text(({label}) => label);
}

/** Vertical hairlines at steps: what is shown elsewhere (strong) and what is pointed at (fine). */
export function drawStepLines(
  group: Group,
  box: PlotBox,
  x: Scale,
  steps: Readonly<Record<"shown" | "pointed", number | undefined>>,
): void {
  const lines = Object.entries(steps).filter(([, step]) => step !== undefined);
  group
    .selectAll("path")
    .data(lines)
    .join("path")
    .attr("class", ([kind]) => `fig-step-line fig-step-${kind}`)
    .attr("d", ([, step]) => `M${x(step!)},${box.top}V${box.bottom}`);
  nameShownStep(group, box, x, steps.shown);
}

/** On the side of its line where there is more room. */
function nameShownStep(group: Group, box: PlotBox, x: Scale, shown: number | undefined): void {
  const isLeft = (step: number) => x(step) < (box.left + box.right) / 2;
  group
    .selectAll("text")
    .data(shown === undefined ? [] : [shown])
    .join("text")
    .attr("class", "fig-step-name")
    .attr("text-anchor", (step) => (isLeft(step) ? "start" : "end"))
    .attr("x", (step) => x(step) + (isLeft(step) ? 5 : -5))
    .attr("y", box.bottom - 6)
    .text((step) => `shown: step ${formatCount(step)}`);
}

/** Lays an element exactly over the plot's inside, and never beyond the plot while that is not yet drawn at a new width. */
export function placeOver(overlay: HTMLElement, {left, top, right, bottom}: PlotBox): void {
  overlay.style.left = `${left}px`;
  overlay.style.top = `${top}px`;
  overlay.style.width = `${right - left}px`;
  overlay.style.maxWidth = `calc(100% - ${left}px)`;
  overlay.style.height = `${bottom - top}px`;
}

import {formatCount} from "../../controls/format.js";
import {drawIfNew, type Group, type Scale} from "../svg.js";

/** Inner edges of a plot, in CSS pixels of its SVG. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
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

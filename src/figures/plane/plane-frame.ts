import {drawIfNew, type Group, setViewBox} from "../svg.js";
import type {PlaneScale} from "./plane-geometry.js";
import {toPixels} from "./plane-geometry.js";

/** Thin lines through -1, 0 and 1 with their numbers; while the reader paints, the square that may be painted. */
export function drawPlaneFrame(
  svg: SVGSVGElement,
  group: Group,
  scale: PlaneScale,
  drawing: boolean,
): void {
  drawIfNew(group, [scale, drawing], () => drawFrameParts(svg, group, scale, drawing));
}

function drawFrameParts(
  svg: SVGSVGElement,
  group: Group,
  scale: PlaneScale,
  drawing: boolean,
): void {
  const {size} = scale;
  const at = (value: number) => toPixels(scale, {x: value, y: value});
  setViewBox(svg, size, size);
  group
    .selectAll("path.fig-plane-line")
    .data([-1, 0, 1])
    .join("path")
    .attr("class", "fig-plane-line")
    .attr("d", (value) => `M0,${at(value).y}H${size}M${at(value).x},0V${size}`);
  group
    .selectAll("text")
    .data([-1, 0, 1])
    .join("text")
    .attr("class", "fig-plane-number")
    .attr("x", (value) => at(value).x + 4)
    .attr("y", size - 5)
    .text((value) => String(value).replace("-", "−"));
  group
    .selectAll("rect")
    .data(drawing ? [at(1).x - at(-1).x] : [])
    .join("rect")
    .attr("class", "fig-paintable")
    .attr("x", at(-1).x)
    .attr("y", at(1).y)
    .attr("width", (edge) => edge)
    .attr("height", (edge) => edge);
}

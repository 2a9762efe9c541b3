/** The frame of a plane, in lines of an SVG. */
import type {Point} from "../../point.js";
import {drawIfNew} from "../../svg.js";
import {toPixels} from "../plane-geometry.js";
import type {PlaneLayer} from "../plane-layer.js";

/** Thin lines through these places with their numbers, default -1, 0 and 1. */
export function axes<Data>(values: readonly number[] = [-1, 0, 1]): PlaneLayer<Data> {
  return {
    mark(group, scale) {
      const {size} = scale;
      const at = (value: number) => toPixels(scale, {x: value, y: value});
      drawIfNew(group, [scale], () => {
        group
          .selectAll("path")
          .data(values)
          .join("path")
          .attr("class", "fig-plane-line")
          .attr("d", (value) => `M0,${at(value).y}H${size}M${at(value).x},0V${size}`);
        group
          .selectAll("text")
          .data(values)
          .join("text")
          .attr("class", "fig-plane-number")
          .attr("x", (value) => at(value).x + 4)
          .attr("y", size - 5)
          .text((value) => String(value).replace("-", "−"));
      });
    },
  };
}

/** The square from -1 to 1 that may be painted, while it may be. */
export function paintable<Data>(isOpen: (data: Data) => boolean): PlaneLayer<Data> {
  return {
    mark(group, scale, data) {
      const [corner, opposite] = [toPixels(scale, {x: -1, y: 1}), toPixels(scale, {x: 1, y: -1})];
      drawIfNew(group, [scale, isOpen(data)], () => {
        group
          .selectAll("rect")
          .data(isOpen(data) ? [opposite.x - corner.x] : [])
          .join("rect")
          .attr("class", "fig-paintable")
          .attr("x", corner.x)
          .attr("y", corner.y)
          .attr("width", (edge) => edge)
          .attr("height", (edge) => edge);
      });
    },
  };
}

/** A cross at the place that is pointed at. */
export function crosshair<Data>(): PlaneLayer<Data, Point> {
  return {
    mark(group, scale, _, place) {
      group
        .selectAll("path")
        .data(place ? [toPixels(scale, place)] : [])
        .join("path")
        .attr("class", "fig-crosshair")
        .attr("d", ({x, y}) => `M${x - 9},${y}h18m-9,-9v18`);
    },
  };
}

import {cssColour} from "../../colour.js";
import type {Point} from "../../point.js";
import {type PlaneScale, toPixels} from "../plane-geometry.js";
import {type Ink, layer, type PlaneLayer} from "../plane-layer.js";

/** A closed line through places of the plane. */
export interface Outline {
  readonly corners: readonly Point[];
  readonly stroke: Ink;
  /** CSS pixels. */
  readonly width: number;
  readonly alpha?: number;
  readonly fill?: Ink | undefined;
  readonly fillAlpha?: number;
}

/** Regions, clouds: each filled, then its line drawn. */
export function outlines<Data>(of: (data: Data) => readonly Outline[]): PlaneLayer<Data> {
  return layer(of, ({context, scale, ratio, colour}, shown) => {
    for (const {corners, stroke, width, alpha, fill, fillAlpha} of shown) {
      const path = closedPath(scale, corners);
      if (fill) {
        context.fillStyle = cssColour(colour(fill), fillAlpha);
        context.fill(path);
      }
      context.strokeStyle = cssColour(colour(stroke), alpha);
      context.lineWidth = width * ratio;
      context.stroke(path);
    }
  });
}

function closedPath(scale: PlaneScale, corners: readonly Point[]): Path2D {
  const path = new Path2D();
  for (const corner of corners) {
    const {x, y} = toPixels(scale, corner);
    path.lineTo(x, y);
  }
  path.closePath();
  return path;
}

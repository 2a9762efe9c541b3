import type {NdArray} from "../../../lib/array.js";
import {cssColour} from "../../colour.js";
import {toPixels} from "../plane-geometry.js";
import {type Ink, layer, type PlaneBrush, type PlaneLayer} from "../plane-layer.js";

/** Ways of points through the plane. */
export interface Trails {
  /** Where each is at each stop, [F, m, 2]. */
  readonly stops: NdArray;
  /** The first of the m, so many. */
  readonly count: number;
  /** The stop that they have come to: what lies before is drawn clearly, what lies ahead faintly. */
  readonly at: number;
}

/** A line through all stops of each. */
export function trails<Data>(of: (data: Data) => Trails | undefined, ink: Ink): PlaneLayer<Data> {
  return layer(of, (brush, {stops, count, at}) => {
    drawWays(brush, stops, count, [at, stops.shape[0]! - 1], ink, 0.25);
    drawWays(brush, stops, count, [0, at], ink, 0.8);
  });
}

function drawWays(
  {context, scale, ratio, colour}: PlaneBrush,
  {data, shape}: NdArray,
  count: number,
  [first, last]: readonly [number, number],
  ink: Ink,
  alpha: number,
): void {
  const m = shape[1]!;
  const at = (stop: number, i: number) => {
    const place = 2 * (stop * m + i);
    return toPixels(scale, {x: Number(data[place]), y: Number(data[place + 1])});
  };
  context.beginPath();
  for (let i = 0; i < Math.min(count, m); i++)
    for (let stop = first; stop <= last; stop++) {
      const {x, y} = at(stop, i);
      if (stop === first) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  context.lineJoin = "round";
  context.strokeStyle = cssColour(colour(ink), alpha);
  context.lineWidth = ratio;
  context.stroke();
}

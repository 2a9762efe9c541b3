import {cssColour} from "../../colour.js";
import {toPixels} from "../plane-geometry.js";
import {type Ink, layer, type PlaneLayer} from "../plane-layer.js";

/** Both [n, 2] flat: a line goes from each point of the one to the same one of the other. */
export interface Segments {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** Straight lines between pairs of points. */
export function segments<Data>(
  of: (data: Data) => Segments | undefined,
  ink: Ink,
): PlaneLayer<Data> {
  return layer(of, ({context, scale, ratio, colour}, {from, to}) => {
    context.strokeStyle = cssColour(colour(ink));
    context.lineWidth = 0.75 * ratio;
    context.beginPath();
    for (let i = 0; i + 1 < from.length; i += 2) {
      const start = toPixels(scale, {x: from[i]!, y: from[i + 1]!});
      const end = toPixels(scale, {x: to[i]!, y: to[i + 1]!});
      context.moveTo(start.x, start.y);
      context.lineTo(end.x, end.y);
    }
    context.stroke();
  });
}

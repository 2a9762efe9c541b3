import type {NdArray} from "../../../lib/array.js";
import {cssColour, mixColours} from "../../colour.js";
import {toPixels} from "../plane-geometry.js";
import {type Ink, layer, type PlaneBrush, type PlaneLayer} from "../plane-layer.js";

/** A grid that was sent through the plane: [k, k, 2] as a mesh, [k, 2] as a line. */
export function mesh<Data>(of: (data: Data) => NdArray | undefined, ink: Ink): PlaneLayer<Data> {
  return layer(of, (brush, shown) => drawMesh(brush, shown, ink));
}

function drawMesh(
  {context, ratio, scale, colour}: PlaneBrush,
  {data, shape}: NdArray,
  ink: Ink,
): void {
  const path = new Path2D();
  for (const nodes of linesOf(shape))
    for (const [i, node] of nodes.entries()) {
      const place = {x: Number(data[2 * node]), y: Number(data[2 * node + 1])};
      const {x, y} = toPixels(scale, place);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
  context.lineJoin = "round";
  context.strokeStyle = cssColour(mixColours(colour(ink), colour("--ink"), 0.35), 0.5);
  context.lineWidth = ratio;
  context.stroke(path);
}

/** The nodes of each line: one line through all, or one along each row and each column. */
function linesOf(shape: readonly number[]): number[][] {
  const k = shape[0]!;
  const along = Array.from({length: k}, (_, i) => i);
  if (shape.length === 2) return [along];
  return along.flatMap((i) => [along.map((j) => i * k + j), along.map((j) => j * k + i)]);
}

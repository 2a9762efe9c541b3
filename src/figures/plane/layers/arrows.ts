import {cssColour} from "../../colour.js";
import {arrowFactor, eachPoint} from "../plane-geometry.js";
import {type Ink, layer, type PlaneBrush, type PlaneLayer} from "../plane-layer.js";

/** Flat [n, 2] each. */
export interface Arrows {
  readonly points: ArrayLike<number>;
  readonly vectors: ArrayLike<number>;
  /** Vectors that are drawn beside them, at whose scale these are to be drawn; default their own. */
  readonly beside?: ArrayLike<number>;
}

/** An arrow from each point along its vector. Their lengths fit to be seen: what counts is which is longer, and where they point. */
export function arrows<Data>(of: (data: Data) => Arrows | undefined, ink: Ink): PlaneLayer<Data> {
  return layer(of, (brush, shown) => drawArrows(brush, shown, ink));
}

function drawArrows(
  {context, scale, ratio, colour}: PlaneBrush,
  {points, vectors, beside = vectors}: Arrows,
  ink: Ink,
): void {
  const factor = arrowFactor(beside, 24 * ratio);
  const path = new Path2D();
  eachPoint(scale, points, (x, y, i) => {
    const dx = (vectors[i] ?? 0) * factor;
    const dy = -(vectors[i + 1] ?? 0) * factor;
    addArrow(path, x, y, dx, dy, ratio);
  });
  context.lineCap = "butt";
  context.strokeStyle = cssColour(colour(ink));
  context.lineWidth = ratio;
  context.stroke(path);
}

/** Lengths beyond 1.5 times the usual longest are cut there; an arrow shorter than a pixel is left out. */
function addArrow(path: Path2D, x: number, y: number, dx: number, dy: number, ratio: number): void {
  const length = Math.hypot(dx, dy);
  if (!(length > ratio)) return;
  const cut = Math.min(1, (36 * ratio) / length);
  const [tipX, tipY] = [x + dx * cut, y + dy * cut];
  const head = Math.min(4 * ratio, (length * cut) / 2) / length;
  path.moveTo(x, y);
  path.lineTo(tipX, tipY);
  for (const side of [-0.6, 0.6]) {
    path.moveTo(tipX, tipY);
    path.lineTo(tipX - head * (dx - side * dy), tipY - head * (dy + side * dx));
  }
}

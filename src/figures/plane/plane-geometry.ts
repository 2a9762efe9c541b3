/** Places on a plane. Points are flat [n, 2] arrays: x, y, x, y, … */
import type {NdArray} from "../../lib/array.js";
import type {Point} from "../point.js";

/** Between plane coordinates in [-extent, extent], y upwards, and a square of `size` pixels, y downwards. */
export interface PlaneScale {
  readonly extent: number;
  readonly size: number;
}

export function toPixels({extent, size}: PlaneScale, {x, y}: Point): Point {
  return {x: ((x + extent) / (2 * extent)) * size, y: ((extent - y) / (2 * extent)) * size};
}

/** Visits each of the points in pixels, with where it stands in the flat array. */
export function eachPoint(
  scale: PlaneScale,
  points: ArrayLike<number>,
  visit: (x: number, y: number, i: number) => void,
): void {
  for (let i = 0; i + 1 < points.length; i += 2) {
    const {x, y} = toPixels(scale, {x: points[i]!, y: points[i + 1]!});
    visit(x, y, i);
  }
}

export function toPlane({extent, size}: PlaneScale, {x, y}: Point): Point {
  return {x: (x / size) * 2 * extent - extent, y: extent - (y / size) * 2 * extent};
}

/**
 * The field [g, g] between its nodes, bilinear. Node (row, column) lies at x = -extent + 2 extent column / (g - 1), and y
 * likewise by row: the first row is the lowest. Outside it goes on as at the edge.
 */
export function fieldAt({data, shape}: NdArray, extent: number, {x, y}: Point): number {
  const g = shape[0]!;
  const place = (v: number) =>
    Math.max(0, Math.min(g - 1, ((v + extent) / (2 * extent)) * (g - 1)));
  const [row, column] = [place(y), place(x)];
  const [r, c] = [Math.min(g - 2, Math.floor(row)), Math.min(g - 2, Math.floor(column))];
  const [v, u] = [row - r, column - c];
  const node = (i: number, j: number) => Number(data[i * g + j]);
  return (
    (1 - v) * ((1 - u) * node(r, c) + u * node(r, c + 1)) +
    v * ((1 - u) * node(r + 1, c) + u * node(r + 1, c + 1))
  );
}

/** The mean of the field at `points`; NaN without points. */
export function meanField(field: NdArray, extent: number, points: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i + 1 < points.length; i += 2)
    sum += fieldAt(field, extent, {x: points[i]!, y: points[i + 1]!});
  return (2 * sum) / points.length;
}

/**
 * A factor that makes the arrows' lengths fit to be seen: all but the longest twentieth reach at most `longest`. 0 when there
 * is nothing to draw.
 */
export function arrowFactor(vectors: ArrayLike<number>, longest: number): number {
  const lengths = new Float32Array(Math.floor(vectors.length / 2)).map((_, i) =>
    Math.hypot(vectors[2 * i]!, vectors[2 * i + 1]!),
  );
  const sorted = lengths.filter(Number.isFinite).sort();
  const high = sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
  return high > 0 ? longest / high : 0;
}

/** Points every `spacing` on the way from `from` to `to`, without `from` itself; none when they are closer. */
export function strokePoints(from: Point, to: Point, spacing: number): Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.floor(length / spacing);
  return Array.from({length: count}, (_, i) => {
    const share = ((i + 1) * spacing) / length;
    return {x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y)};
  });
}

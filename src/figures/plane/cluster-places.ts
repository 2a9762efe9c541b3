/** Places on a plane of clusters. Points are flat [n, 2] arrays: x, y, x, y, … */
import type {Point} from "../point.js";

/** The mean of each cluster's points; of one without points, NaN. */
export function clusterCentres(
  points: ArrayLike<number>,
  clusters: ArrayLike<number>,
  count: number,
): Point[] {
  const sums = Array.from({length: count}, () => ({x: 0, y: 0, n: 0}));
  for (let i = 0; i < clusters.length; i++) {
    const sum = sums[clusters[i]!]!;
    sum.x += points[2 * i]!;
    sum.y += points[2 * i + 1]!;
    sum.n++;
  }
  return sums.map(({x, y, n}) => ({x: x / n, y: y / n}));
}

/** The nearest of `centres` to (x, y), the first one of equals. */
export function nearestCentre(centres: readonly Point[], x: number, y: number): number {
  let index = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, centre] of centres.entries()) {
    const squared = (centre.x - x) ** 2 + (centre.y - y) ** 2;
    if (squared < least) {
      least = squared;
      index = i;
    }
  }
  return index;
}

/** The nearest of the first `count` points to a place; undefined when there is none. */
export function nearestPoint(
  points: ArrayLike<number>,
  count: number,
  {x, y}: Point,
): number | undefined {
  const places = Array.from({length: count}, (_, i) => ({
    x: points[2 * i]!,
    y: points[2 * i + 1]!,
  }));
  return count === 0 ? undefined : nearestCentre(places, x, y);
}

/** Of the points so many lie within the plane where it is drawn as large as it is. */
const mostInside = 0.8;

/** How many times smaller, in whole numbers, points must be drawn for most of them to lie within -extent to extent both ways. */
export function shrinkToFit(points: ArrayLike<number>, extent: number): number {
  const reach = Float32Array.from({length: points.length / 2}, (_, i) =>
    Math.max(Math.abs(points[2 * i]!), Math.abs(points[2 * i + 1]!)),
  ).sort();
  const most = reach[Math.ceil(mostInside * reach.length) - 1] ?? 0;
  return most > extent && Number.isFinite(most) ? Math.ceil(most / extent) : 1;
}

/**
 * The region of each centre: the part of the square from -extent to extent that is nearer to it than to any other, as the corners
 * of a polygon. Of a centre without a place, or without a part, none.
 */
export function regionsOf(centres: readonly Point[], extent: number): Point[][] {
  const square = [
    {x: -extent, y: -extent},
    {x: extent, y: -extent},
    {x: extent, y: extent},
    {x: -extent, y: extent},
  ];
  return centres.map((own) =>
    Number.isNaN(own.x)
      ? []
      : centres.reduce<Point[]>(
          (corners, other) =>
            other === own || Number.isNaN(other.x) ? corners : nearer(corners, own, other),
          square,
        ),
  );
}

/** The part of a convex polygon that is nearer to `own` than to `other` (Sutherland & Hodgman, 1974). */
function nearer(corners: readonly Point[], own: Point, other: Point): Point[] {
  const lead = ({x, y}: Point) =>
    (x - other.x) ** 2 + (y - other.y) ** 2 - (x - own.x) ** 2 - (y - own.y) ** 2;
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length]!;
    const [here, there] = [lead(corner), lead(next)];
    const kept = here >= 0 ? [corner] : [];
    if (here >= 0 === there >= 0) return kept;
    const share = here / (here - there);
    const crossing = {
      x: corner.x + share * (next.x - corner.x),
      y: corner.y + share * (next.y - corner.y),
    };
    return [...kept, crossing];
  });
}

/** Within the plane: what lies beyond stands at its edge. */
export function inside(value: number, extent: number): number {
  return Math.max(-extent, Math.min(extent, value));
}

/** The first of `places` that can be drawn as squares of `edge` around them, none over another. In their order. */
export function withoutOverlap(places: readonly Point[], edge: number): number[] {
  const taken = new Map<string, Point[]>();
  const cell = (value: number) => Math.floor(value / edge);
  const isFree = ({x, y}: Point) =>
    [-1, 0, 1].every((row) =>
      [-1, 0, 1].every((column) =>
        (taken.get(`${cell(x) + column} ${cell(y) + row}`) ?? []).every(
          (other) => Math.abs(other.x - x) >= edge || Math.abs(other.y - y) >= edge,
        ),
      ),
    );
  return places.flatMap((place, i) => {
    if (!isFree(place)) return [];
    const key = `${cell(place.x)} ${cell(place.y)}`;
    taken.set(key, [...(taken.get(key) ?? []), place]);
    return [i];
  });
}

/**
 * Four classes of the points of each distribution of points.ts, by where a point lies: pieces of the line and of the spiral, equally many
 * points in each, and quarters of the ring, the spots and the grid.
 */
import {named} from "../named.js";

/** The class of a place, 0 to 3. */
export type ClassOf = (x: number, y: number) => number;

export const pointClassCount = 4;

const quarter: ClassOf = (x, y) => (y >= 0 ? (x >= 0 ? 0 : 1) : x < 0 ? 2 : 3);

/** Turned by an eighth of a right angle or so, that no spot lies on an edge. */
const turnedQuarter: ClassOf = (x, y) => quarter(x + 0.4 * y, y - 0.4 * x);

const piece = (share: number) => Math.max(0, Math.min(3, Math.floor(4 * share)));

const classes: Readonly<Record<string, ClassOf>> = {
  line: (x) => piece((x + 0.8) / 1.6),
  ring: quarter,
  spots: turnedQuarter,
  grid: quarter,
  spiral: (x, y) => piece((x * x + y * y) / 0.64),
};

/** The classes of the distribution called `points`. Throws a RangeError that lists the known ones. */
export function findPointClass(points: string): ClassOf {
  return named("points", classes, points);
}

/** Of each of `places` [n, 2] flat. */
export function classesOf(classOf: ClassOf, places: ArrayLike<number>): Int32Array {
  return Int32Array.from({length: places.length / 2}, (_, i) =>
    classOf(places[2 * i]!, places[2 * i + 1]!),
  );
}

/** Those of `places` [n, 2] flat that are of the class `label`. */
export function placesOfClass(
  classOf: ClassOf,
  label: number,
  places: ArrayLike<number>,
): Float32Array {
  const found = [...classesOf(classOf, places)].flatMap((each, i) =>
    each === label ? [places[2 * i]!, places[2 * i + 1]!] : [],
  );
  return Float32Array.from(found);
}

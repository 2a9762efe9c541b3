import type {NdArray} from "../../lib/array.js";
import type {Segments} from "./layers/segments.js";

/**
 * Lines on which a field [g, g], its first row lowest, has one of the `levels`: pieces that cross its cells, straight between the nodes
 * (marching squares). A cell whose corners lie crosswise above and below gets two pieces.
 */
export function contours({data, shape}: NdArray, extent: number, levels: readonly number[]) {
  const g = shape[0]!;
  const from: number[] = [];
  const to: number[] = [];
  const at = (i: number) => -extent + (2 * extent * i) / (g - 1);
  for (const level of levels)
    for (let row = 0; row + 1 < g; row++)
      for (let column = 0; column + 1 < g; column++) {
        const corner = (up: number, right: number) =>
          Number(data[(row + up) * g + column + right]) - level;
        const ends = crossings(corner);
        for (let i = 0; i + 1 < ends.length; i += 2)
          for (const [list, [right, up]] of [
            [from, ends[i]!],
            [to, ends[i + 1]!],
          ] as const)
            list.push(at(column + right), at(row + up));
      }
  return {from, to} satisfies Segments;
}

/** Where the level crosses the edges of a cell, in the order in which they lie around it: shares to the right and up. */
function crossings(corner: (up: number, right: number) => number): (readonly [number, number])[] {
  const [a, b, c, d] = [corner(0, 0), corner(0, 1), corner(1, 1), corner(1, 0)];
  const ends: (readonly [number, number])[] = [];
  if (a > 0 !== b > 0) ends.push([a / (a - b), 0]);
  if (b > 0 !== c > 0) ends.push([1, b / (b - c)]);
  if (c > 0 !== d > 0) ends.push([1 - c / (c - d), 1]);
  if (d > 0 !== a > 0) ends.push([0, 1 - d / (d - a)]);
  return ends;
}

/** Levels between the least and the most of a field, closer together near the least: there its valleys are. */
export function levelsOf({data}: NdArray, count: number): number[] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of data) {
    least = Math.min(least, Number(value));
    most = Math.max(most, Number(value));
  }
  return Array.from({length: count}, (_, i) => least + (most - least) * ((i + 0.5) / count) ** 2);
}

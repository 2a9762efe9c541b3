/** Nearest neighbours within a pool: radii of balls around pictures, by squared distance of their features. */
import type {Pool, Rows} from "./pool.js";

/** Neighbours that are kept of each picture. */
const most = 5;

/** The squared distance of each row to its `k`-th nearest other one among `rows`, k at most 5; `rows` needs more than k. [rows] */
export function radii(pool: Pool, rows: Rows, k: number): Float32Array {
  if (rows.length <= k)
    throw new RangeError(
      `too few pictures for ${k} neighbours each: ${rows.length} (at least ${k + 1})`,
    );
  const least = pool.neighbours.get(rows) ?? leastOfEach(pool, rows);
  pool.neighbours.set(rows, least);
  return Float32Array.from(rows, (_, place) => least[place * most + k - 1]!);
}

/** The place in `rows` of the one nearest to row `i`, itself left out, and its squared distance. */
export function nearestAmong({all, distances}: Pool, i: number, rows: Rows) {
  const n = all.pictures.shape[0];
  let nearest = {place: -1, squared: Number.POSITIVE_INFINITY};
  for (let place = 0; place < rows.length; place++) {
    const squared = distances[i * n + rows[place]!]!;
    if (rows[place] !== i && squared < nearest.squared) nearest = {place, squared};
  }
  return nearest;
}

/** How many balls around `centres`, with these squared `sizes`, hold row `i`, the border with them. */
export function ballsAround(
  {all, distances}: Pool,
  i: number,
  centres: Rows,
  sizes: Float32Array,
): number {
  const n = all.pictures.shape[0];
  let count = 0;
  for (let j = 0; j < centres.length; j++)
    if (distances[i * n + centres[j]!]! <= sizes[j]!) count++;
  return count;
}

function leastOfEach(pool: Pool, rows: Rows): Float32Array {
  const least = new Float32Array(rows.length * most).fill(Number.POSITIVE_INFINITY);
  for (const [place, i] of rows.entries())
    keepLeast(pool, i, rows, least.subarray(place * most, (place + 1) * most));
  return least;
}

/** Puts the least distances of row `i` to the other `rows` into `least`. */
function keepLeast({all, distances}: Pool, i: number, rows: Rows, least: Float32Array): void {
  const n = all.pictures.shape[0];
  for (const j of rows) {
    const distance = distances[i * n + j]!;
    if (j === i || distance >= least[most - 1]!) continue;
    let place = most - 1;
    for (; place > 0 && least[place - 1]! > distance; place--) least[place] = least[place - 1]!;
    least[place] = distance;
  }
}

/**
 * Jensen–Shannon divergence of two clouds of points, counted on a grid, in bits (Lin, 1991, eq. 4.1):
 *
 *     JS(P, Q) = ½ Σ p log₂(p / m) + ½ Σ q log₂(q / m),   m = (p + q) / 2,   from 0 (equal) to 1 (nothing in common)
 *
 * p and q are the shares of the points in each cell. The grid is 12 x 12 over [-1.2, 1.2]²: cells of 0.2, fine enough to
 * tell the course's shapes apart, coarse enough that 2,000 points fill them. Points outside of it share one more cell:
 * dropping them would reward a generator for throwing its points away.
 *
 * Two perfect samples of n points do not score 0 but about (k - 1) / (4 n ln 2) bits for k occupied cells: show the floor.
 */
import {type Floor, floorOf} from "./floor.js";

export interface Grid {
  /** Cells along a side. */
  readonly cells: number;
  /** The grid covers [-extent, extent]². */
  readonly extent: number;
}

const courseGrid: Grid = {cells: 12, extent: 1.2};

/** Divergence in bits of the points `a` [n, 2] and `b` [m, 2], n and m at least 1. */
export function jensenShannon(a: Float32Array, b: Float32Array, grid = courseGrid): number {
  const p = shares(a, grid);
  const q = shares(b, grid);
  let bits = 0;
  for (let i = 0; i < p.length; i++) {
    const m = (p[i]! + q[i]!) / 2;
    bits += (term(p[i]!, m) + term(q[i]!, m)) / 2;
  }
  return Math.min(1, Math.max(0, bits));
}

/**
 * The floor: divergences of `pairs` pairs of clouds, both drawn by `sample` from the same distribution, with as many
 * points as the clouds to be compared.
 */
export function jensenShannonFloor(
  sample: () => Float32Array,
  pairs = 200,
  grid = courseGrid,
): Floor {
  return floorOf(Array.from({length: pairs}, () => jensenShannon(sample(), sample(), grid)));
}

function term(p: number, m: number): number {
  return p === 0 ? 0 : p * Math.log2(p / m);
}

/** Share of the points in each cell, row by row from low y; the last one is the outside. [cells² + 1] */
function shares(points: Float32Array, {cells, extent}: Grid): Float64Array {
  const count = points.length / 2;
  if (!Number.isInteger(count) || count === 0)
    throw new RangeError(`invalid points: ${points.length} values (a positive multiple of 2)`);
  const result = new Float64Array(cells * cells + 1);
  for (let i = 0; i < points.length; i += 2) {
    const column = cellOf(points[i]!, cells, extent);
    const row = cellOf(points[i + 1]!, cells, extent);
    result[column < 0 || row < 0 ? cells * cells : row * cells + column]!++;
  }
  return result.map((hits) => hits / count);
}

/** The cell of a coordinate; -1 outside, which is where NaN belongs too. The upper edge counts as inside. */
function cellOf(x: number, cells: number, extent: number): number {
  if (!(x >= -extent && x <= extent)) return -1;
  return Math.min(cells - 1, Math.floor(((x + extent) / (2 * extent)) * cells));
}

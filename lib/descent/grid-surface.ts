/**
 * A smooth surface through heights on a grid, with both of its slopes: cubic from node to node either way (Keys, "Cubic convolution
 * interpolation for digital image processing", 1981, with a = -1/2). Between nodes h1 and h2, at 0 <= t <= 1,
 *
 *   p(t) = h1 + t/2 (h2 - h0 + t (2 h0 - 5 h1 + 4 h2 - h3 + t (3 h1 - 3 h2 + h3 - h0)))
 *
 * A node beyond the edge is made as there, 3 h0 - 3 h1 + h2, so that any parabola is met exactly.
 */
import type {NdArray} from "../array.js";
import type {Surface} from "./formula-slopes.js";

/** Of heights [nodes, nodes], the first row lowest, from -extent to extent both ways. Beyond there is no height: it is NaN. */
export function gridSurface(heights: NdArray, extent: number): Surface {
  const [nodes] = heights.shape as [number, number];
  const wide = widened(heights);
  const cells = nodes - 1;
  const cell = (2 * extent) / cells;
  return (x, y) => {
    const [across, up] = [placeOn(x, extent, cells), placeOn(y, extent, cells)];
    if (!across || !up) return {value: Number.NaN, dx: Number.NaN, dy: Number.NaN};
    let [value, dx, dy] = [0, 0, 0];
    for (let j = 0; j < 4; j++)
      for (let i = 0; i < 4; i++) {
        const height = wide[(up.first + j) * (nodes + 2) + across.first + i]!;
        value += height * across.weights[i]! * up.weights[j]!;
        dx += height * across.slopes[i]! * up.weights[j]!;
        dy += height * across.weights[i]! * up.slopes[j]!;
      }
    return {value, dx: dx / cell, dy: dy / cell};
  };
}

interface GridPlace {
  /** The first of the four nodes around, of the widened grid. */
  readonly first: number;
  /** What each of them counts, and how that changes with t. */
  readonly weights: readonly number[];
  readonly slopes: readonly number[];
}

function placeOn(value: number, extent: number, cells: number): GridPlace | undefined {
  const at = ((value / extent + 1) * cells) / 2;
  if (!(at >= 0 && at <= cells)) return undefined;
  const first = Math.min(cells - 1, Math.floor(at));
  const t = at - first;
  return {
    first,
    weights: [
      (t * (-1 + t * (2 - t))) / 2,
      1 + (t * t * (3 * t - 5)) / 2,
      (t * (1 + t * (4 - 3 * t))) / 2,
      (t * t * (t - 1)) / 2,
    ],
    slopes: [
      (-1 + t * (4 - 3 * t)) / 2,
      (t * (9 * t - 10)) / 2,
      (1 + t * (8 - 9 * t)) / 2,
      (t * (3 * t - 2)) / 2,
    ],
  };
}

/** The grid with a node more at each edge, [nodes + 2, nodes + 2]. */
function widened({data, shape}: NdArray): Float64Array {
  const [nodes] = shape as [number, number];
  if (nodes < 3) throw new RangeError(`invalid grid: ${nodes} nodes (3 or more)`);
  const wide = new Float64Array((nodes + 2) ** 2);
  const row = (r: number) => r * (nodes + 2);
  for (let r = 1; r <= nodes; r++) {
    for (let c = 1; c <= nodes; c++) wide[row(r) + c] = Number(data[(r - 1) * nodes + c - 1]);
    widen(wide, row(r), 1, nodes);
  }
  for (let c = 0; c < nodes + 2; c++) widen(wide, c, nodes + 2, nodes);
  return wide;
}

/** Puts the first and the last of `nodes + 2` numbers, which begin at `start` and are `stride` apart. */
function widen(values: Float64Array, start: number, stride: number, nodes: number): void {
  const at = (i: number) => values[start + i * stride]!;
  values[start] = 3 * at(1) - 3 * at(2) + at(3);
  values[start + (nodes + 1) * stride] = 3 * at(nodes) - 3 * at(nodes - 1) + at(nodes - 2);
}

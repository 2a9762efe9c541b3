/**
 * The plane in the space of all weights that a path mostly lies in: through its end θ_n, along the two directions in which its places lie farthest
 * from there (Li et al., "Visualizing the loss landscape of neural nets", 2018, section 7, with distances from the end instead of the mean).
 *
 *   M = [θ_0 - θ_n, …, θ_(n-1) - θ_n],   M Mᵀ = V diag(λ) Vᵀ,   direction_k = Mᵀ v_k / sqrt(λ_k)
 *
 * A path has a few places and thousands of weights, so the small matrix M Mᵀ [n, n] is taken apart instead of the large Mᵀ M. Places are
 * vectors [P]. Both directions have length 1 and point so that the start lies to the left and above.
 */
import {symmetricEigen} from "./symmetric-eigen.js";

export interface PathPlane {
  /** θ_n. */
  readonly centre: Float32Array;
  readonly across: Float64Array;
  readonly up: Float64Array;
  /** Where the path is in the plane, flat [n + 1, 2]. It ends at (0, 0). */
  readonly places: Float64Array;
  /** Shares of the places' squared distances from the end that lie along each of the two. */
  readonly shares: readonly [across: number, up: number];
}

/** Below this share the second direction is but rounding. */
const least = 1e-12;

/** Throws a RangeError for a path that is no longer than a line, or holds NaN or infinity. */
export function pathPlane(path: readonly Float32Array[]): PathPlane {
  const centre = path.at(-1);
  if (!centre || path.length < 3)
    throw new RangeError(`too short a path: ${path.length} places (3 or more)`);
  const rows = path.slice(0, -1).map((place) => Float64Array.from(place, (w, i) => w - centre[i]!));
  const n = rows.length;
  const products = Float64Array.from({length: n * n}, (_, k) =>
    dot(rows[Math.floor(k / n)]!, rows[k % n]!),
  );
  const {values, vectors} = symmetricEigen(products, n);
  const whole = values.reduce((sum, value) => sum + value, 0);
  const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
  const [first, second] = order as [number, number];
  if (!(values[second]! > least * whole))
    throw new RangeError("no plane: the path does not leave a straight line (one that bends)");
  const along = (k: number, sign: number) => direction(rows, vectors, k, values[k]!, sign);
  const across = along(first, -signOf(vectors[first]!));
  const up = along(second, signOf(vectors[second]!));
  return {
    ...{centre, across, up},
    places: Float64Array.from([...rows.flatMap((row) => [dot(row, across), dot(row, up)]), 0, 0]),
    shares: [values[first]! / whole, values[second]! / whole],
  };
}

/** Mᵀ v_k / sqrt(λ_k), times a sign. The start's place along it has the sign of v_k's first number, times that. */
function direction(
  rows: readonly Float64Array[],
  vectors: Float64Array,
  k: number,
  value: number,
  sign: number,
): Float64Array {
  const n = rows.length;
  const sum = new Float64Array(rows[0]!.length);
  for (const [i, row] of rows.entries()) {
    const share = (sign * vectors[i * n + k]!) / Math.sqrt(value);
    for (let j = 0; j < sum.length; j++) sum[j]! += share * row[j]!;
  }
  return sum;
}

/** 1 for 0, too. */
function signOf(value: number): number {
  return value < 0 ? -1 : 1;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

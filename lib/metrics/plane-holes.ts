/**
 * Holes in a plane of codes: places that would be drawn from N(0, 1) x N(0, 1), but to which hardly any picture is coded. The plane is cut into
 * places of equal share 1 / n under N(0, 1) x N(0, 1), n = side². With the cloud N(mu_i, sigma_i) of picture i, along both axes,
 *
 *     m_c = mean over i of P(z in c | z ~ N(mu_i, sigma_i²)),   holes = #{c : m_c < a tenth of 1 / n}
 *
 * m is the aggregate posterior (Makhzani et al., 2016, section 2; Hoffman & Johnson, 2016), and a tenth of the fair share is what covers a class in
 * class-coverage.ts. If the codes as a whole were N(0, 1), every m_c would be 1 / n, and there would be no hole. A point is a cloud
 * with a sigma of 0.
 */
import {normalPlace, normalShare} from "../normal.js";

export interface PlaneHoles {
  /** From 0 to side². */
  readonly holes: number;
  /** m_c, in rows from the lowest second number to the highest. [side, side] */
  readonly shares: Float64Array;
}

const leastOfFairShare = 0.1;

/** `means` and `spreads` are [n, 2], the standard deviations from 0 up. */
export function planeHoles(
  means: ArrayLike<number>,
  spreads: ArrayLike<number>,
  side: number,
): PlaneHoles {
  const count = means.length / 2;
  if (count === 0 || !Number.isInteger(count) || spreads.length !== means.length)
    throw new RangeError(
      `invalid clouds: ${means.length} means, ${spreads.length} spreads (as many, two per picture)`,
    );
  const edges = placeEdges(side);
  const shares = new Float64Array(side * side);
  for (let i = 0; i < count; i++) {
    const across = cloudShares(means[2 * i]!, spreads[2 * i]!, edges);
    const upwards = cloudShares(means[2 * i + 1]!, spreads[2 * i + 1]!, edges);
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++)
        shares[row * side + column]! += (upwards[row]! * across[column]!) / count;
  }
  const least = leastOfFairShare / shares.length;
  return {holes: shares.filter((share) => share < least).length, shares};
}

/**
 * What chance leaves: holes between `count` points drawn from N(0, 1) x N(0, 1), 95 times of 100. A place misses all of them with probability
 * (1 - 1 / side²)^count. `count` is at most 10 side², so that one point is enough for a place.
 */
export function planeHolesFloor(count: number, side: number): {low: number; high: number} {
  const places = side * side;
  if (!(count > 0 && count <= places / leastOfFairShare))
    throw new RangeError(`invalid count: ${count} (from 1 to ${places / leastOfFairShare})`);
  const missed = (1 - 1 / places) ** count;
  const mean = places * missed;
  const deviation = Math.sqrt(mean * (1 - missed));
  return {low: Math.max(0, mean - 1.96 * deviation), high: mean + 1.96 * deviation};
}

/** Where the `side` steps of equal share along an axis end, from -Infinity to Infinity. */
function placeEdges(side: number): readonly number[] {
  const inner = Array.from({length: side - 1}, (_, i) => normalPlace((i + 1) / side));
  return [Number.NEGATIVE_INFINITY, ...inner, Number.POSITIVE_INFINITY];
}

/** The share of N(mean, spread²) between one edge and the next. */
function cloudShares(mean: number, spread: number, edges: readonly number[]): number[] {
  const below = edges.map((edge) =>
    spread > 0 ? normalShare((edge - mean) / spread) : edge > mean ? 1 : 0,
  );
  return below.slice(1).map((share, i) => share - below[i]!);
}

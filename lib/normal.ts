/**
 * The standard normal distribution's share below a place, and the place below which a share lies.
 *
 *     share(z) = P(N(0, 1) <= z),   place(share(z)) = z
 *
 * The share by Marsaglia's series (Journal of Statistical Software 11(4), 2004), to about 1e-15; the place by Newton's method on it.
 * Steps of equal share are what a plane of codes is laid out by: each holds as much of N(0, 1) as any other.
 */

/** Beyond this the share is 0 or 1 to the last bit that matters here. */
const farthest = 8;

/** P(N(0, 1) <= z), from 0 to 1. */
export function normalShare(z: number): number {
  if (z <= -farthest) return 0;
  if (z >= farthest) return 1;
  let term = z;
  let sum = z;
  for (let i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}

/** The z with `share` of N(0, 1) below it. Throws a RangeError for a share that is not above 0 and below 1. */
export function normalPlace(share: number): number {
  if (!(share > 0 && share < 1))
    throw new RangeError(`invalid share: ${share} (a number above 0 and below 1)`);
  let [low, high] = [-farthest, farthest];
  let z = 0;
  for (let i = 0; i < 100 && high - low > 1e-14; i++) {
    const excess = normalShare(z) - share;
    if (excess > 0) high = z;
    else low = z;
    const next = z - excess / normalDensity(z);
    z = next > low && next < high ? next : (low + high) / 2;
  }
  return z;
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

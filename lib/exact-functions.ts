/**
 * The exponential function and its kin from exact operations only (`+ - * /` and `sqrt`), so that they have the same bits in every
 * engine, which `Math.exp` and `Math.sin` need not have. To about 1e-15, relative.
 */

/** Below this e^x is 0, above its negative infinite. */
const least = -708;

/** e^x = 2^k e^r with |r| at most ln 2 / 2, and e^r as its series. */
export function exponential(x: number): number {
  if (x < least) return 0;
  if (x > -least) return Number.POSITIVE_INFINITY;
  const k = Math.round(x / Math.LN2);
  const r = x - k * Math.LN2;
  let sum = 1;
  for (let n = 15; n >= 1; n--) sum = 1 + (r * sum) / n;
  return sum * powerOfTwo(k);
}

/** 1 / (1 + e^-z), from 0 to 1. */
export function logistic(z: number): number {
  const power = exponential(-Math.abs(z));
  return (z < 0 ? power : 1) / (1 + power);
}

/** sin(pi t / 2) for t from 0 to 1, as its series. */
export function quarterSine(t: number): number {
  const angle = (Math.PI / 2) * t;
  const square = angle * angle;
  let sum = 1;
  for (let n = 23; n >= 3; n -= 2) sum = 1 - (square * sum) / (n * (n - 1));
  return angle * sum;
}

/** cos(pi t / 2) for t from 0 to 1. */
export function quarterCosine(t: number): number {
  return quarterSine(1 - t);
}

function powerOfTwo(k: number): number {
  let power = 1;
  for (let i = 0; i < Math.abs(k); i++) power *= 2;
  return k < 0 ? 1 / power : power;
}

/**
 * The way between two latent vectors over the sphere (White, 2016, section 2.1). Normal vectors of many dimensions nearly
 * all have the same length; the straight line between two leaves that shell, the arc stays on it.
 *
 *   z(t) = sin((1 - t) w) / sin w · a + sin(t w) / sin w · b,   w the angle between a and b
 */

/** `count` vectors from `from` to `to`, both included: [count, d] flat. Opposite or parallel vectors go straight. */
export function interpolateOnSphere(
  from: Float32Array,
  to: Float32Array,
  count: number,
): Float32Array {
  if (from.length !== to.length)
    throw new RangeError(`sizes differ: ${from.length} and ${to.length} latent values`);
  const angle = angleBetween(from, to);
  return between(from, to, count, (t) => shares(t, angle));
}

/** The same on the straight line, z(t) = (1 - t) a + t b. */
export function interpolateStraight(
  from: Float32Array,
  to: Float32Array,
  count: number,
): Float32Array {
  return between(from, to, count, (t) => [1 - t, t]);
}

/** The length of each of `vectors` [n, d]: [n]. */
export function lengthsOf(vectors: Float32Array, d: number): Float32Array {
  return Float32Array.from({length: vectors.length / d}, (_, i) => {
    const vector = vectors.subarray(i * d, (i + 1) * d);
    return Math.sqrt(dot(vector, vector));
  });
}

type Shares = readonly [from: number, to: number];

function between(
  from: Float32Array,
  to: Float32Array,
  count: number,
  sharesAt: (t: number) => Shares,
): Float32Array {
  if (!Number.isInteger(count) || count < 2)
    throw new RangeError(`invalid count: ${count} (a whole number from 2)`);
  const path = new Float32Array(count * from.length);
  for (let i = 0; i < count; i++) {
    const [a, b] = sharesAt(i / (count - 1));
    for (let j = 0; j < from.length; j++) path[i * from.length + j] = a * from[j]! + b * to[j]!;
  }
  return path;
}

function shares(t: number, angle: number): Shares {
  const sine = Math.sin(angle);
  if (sine < 1e-4) return [1 - t, t];
  return [Math.sin((1 - t) * angle) / sine, Math.sin(t * angle) / sine];
}

function angleBetween(a: Float32Array, b: Float32Array): number {
  const lengths = Math.sqrt(dot(a, a) * dot(b, b));
  return lengths === 0 ? 0 : Math.acos(Math.max(-1, Math.min(1, dot(a, b) / lengths)));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

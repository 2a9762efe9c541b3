/**
 * Where a cloud of points lies and how wide it is: its mean, and the root of the mean squared distance from it,
 *
 *     centre = mean of x_i        spread = sqrt(mean of |x_i - centre|²)
 *
 * A generator that has collapsed has next to no spread; one that oscillates has a centre that does not come to rest.
 * Points [n, 2], n at least 1.
 */
export interface PointSpread {
  readonly centre: readonly [x: number, y: number];
  readonly spread: number;
}

/** Of points [n, 2] flat. Throws a RangeError for none, and for half a point. */
export function pointSpread(points: Float32Array): PointSpread {
  const count = points.length / 2;
  if (!Number.isInteger(count) || count === 0)
    throw new RangeError(`invalid points: ${points.length} values (a positive multiple of 2)`);
  const mean = (axis: number) => sumOf(points, axis, (value) => value) / count;
  const [x, y] = [mean(0), mean(1)];
  const squares =
    sumOf(points, 0, (value) => (value - x) ** 2) + sumOf(points, 1, (value) => (value - y) ** 2);
  return {centre: [x, y], spread: Math.sqrt(squares / count)};
}

function sumOf(points: Float32Array, axis: number, term: (value: number) => number): number {
  let sum = 0;
  for (let i = axis; i < points.length; i += 2) sum += term(points[i]!);
  return sum;
}

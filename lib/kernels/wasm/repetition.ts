/** How one of two arrays is repeated to meet the other: [before, 1, after] against [before, times, after]. */
export interface Repetition {
  readonly repeated: "a" | "b";
  readonly before: number;
  readonly times: number;
  readonly after: number;
}

/**
 * Undefined where both are repeated, or one along axes that do not lie side by side. `shape` is that of the
 * result.
 */
export function repetition(
  shape: readonly number[],
  a: readonly number[],
  b: readonly number[],
): Repetition | undefined {
  const [byA, byB] = [repeatedAxes(shape, a), repeatedAxes(shape, b)];
  if (byA.length > 0 && byB.length > 0) return undefined;
  const axes = byA.length > 0 ? byA : byB;
  const [first, last] = [axes[0], axes.at(-1)];
  if (first === undefined || last === undefined)
    return {repeated: "b", before: 1, times: 1, after: product(shape)};
  const between = shape.slice(first, last + 1);
  // An axis of length 1 is as good as repeated.
  if (between.some((length, i) => length > 1 && !axes.includes(first + i))) return undefined;
  return {
    repeated: byA.length > 0 ? "a" : "b",
    before: product(shape.slice(0, first)),
    times: product(between),
    after: product(shape.slice(last + 1)),
  };
}

/** The axes of `shape` along which `part`, which is aligned at the end, has length 1 but `shape` has not. */
function repeatedAxes(shape: readonly number[], part: readonly number[]): number[] {
  const missing = shape.length - part.length;
  return shape.flatMap((length, axis) =>
    length !== 1 && (axis < missing || part[axis - missing] === 1) ? [axis] : [],
  );
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total * length, 1);
}

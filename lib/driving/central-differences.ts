/** How far an argument is moved to either side: df/dx ≈ (f(x + h) - f(x - h)) / 2h, whose error is of the order h². */
export const h = 1e-4;

/** `x` moved by `by` along `direction`. All are [n]. */
export function moved(
  x: ArrayLike<number>,
  direction: ArrayLike<number>,
  by: number,
): readonly number[] {
  return Array.from(x, (value, i) => value + by * direction[i]!);
}

/** The slope between the values at either end. */
export function slope(above: number, below: number): number {
  return (above - below) / (2 * h);
}

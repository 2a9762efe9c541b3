/**
 * Passes over rows x [m, c] with some coefficients for each column, which lie side by side as often as whole vectors, and enough of
 * them, need: `width` values, a multiple of c, go through at once. Behind the coefficients is room for a last vector.
 */
import {loadSome, storeSome} from "./lanes";

/** Rows shorter than this are taken several at a time. */
const leastValues: i32 = 64;

/** How many rows of c values, of m there are, are taken as one. */
export function rowsAsOne(c: i32, m: i32): i32 {
  if (c >= leastValues) return 1;
  let rows = (c & 3) == 0 ? 1 : (c & 1) == 0 ? 2 : 4;
  while (rows * c < leastValues && 2 * rows <= m) rows <<= 1;
  return rows <= m ? rows : 1;
}

/** How many coefficients, or sums, of `width` values lie side by side, with a vector behind. */
@inline
export function stepOf(width: i32): usize {
  return <usize>(width + 4);
}

/** values [c] -> as often as they fit [width], in place. */
export function repeatColumns(values: usize, c: i32, width: i32): void {
  for (let j = c; j < width; j += c) memory.copy(values + (<usize>j << 2), values, <usize>c << 2);
}

/** y = (x - centre) slope + offset, n values. */
export function normaliseRows(x: usize, n: i32, width: i32, centre: usize, slope: usize, offset: usize, y: usize): void {
  for (let i = 0; i < n; i += width) {
    const count = min(width, n - i), from = x + (<usize>i << 2), to = y + (<usize>i << 2), end = <usize>(count & ~3) << 2;
    for (let j: usize = 0; j < end; j += 16)
      v128.store(to + j, normalised(v128.load(from + j), centre + j, slope + j, offset + j));
    if (count & 3)
      storeSome(to + end, normalised(loadSome(from + end, count & 3), centre + end, slope + end, offset + end), count & 3);
  }
}

@inline
function normalised(x: v128, centre: usize, slope: usize, offset: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.sub(x, v128.load(centre)), v128.load(slope)), v128.load(offset));
}

/** dx = dy slope - (x - centre) bend - shift, n values. The four coefficients lie `room` bytes apart. */
export function gradientRows(dy: usize, x: usize, n: i32, width: i32, coefficients: usize, room: usize, dx: usize): void {
  for (let i = 0; i < n; i += width) {
    const count = min(width, n - i), at = <usize>i << 2, end = <usize>(count & ~3) << 2;
    for (let j: usize = 0; j < end; j += 16)
      v128.store(dx + at + j, gradient(v128.load(dy + at + j), v128.load(x + at + j), coefficients + j, room));
    if (count & 3) {
      const last = at + end, d = loadSome(dy + last, count & 3), v = loadSome(x + last, count & 3);
      storeSome(dx + last, gradient(d, v, coefficients + end, room), count & 3);
    }
  }
}

@inline
function gradient(dy: v128, x: v128, coefficients: usize, room: usize): v128 {
  const centre = v128.load(coefficients), slope = v128.load(coefficients + room);
  const bend = v128.load(coefficients + 2 * room), shift = v128.load(coefficients + 3 * room);
  return f32x4.sub(f32x4.sub(f32x4.mul(dy, slope), f32x4.mul(f32x4.sub(x, centre), bend)), shift);
}

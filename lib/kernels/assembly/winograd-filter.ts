/**
 * Filters and the points of winograd-line.ts: U = G w Gᵀ for each pair of points, and back, w = Gᵀ U G, for the gradient.
 *
 *   G for 2 taps: w0, (w0 + w1) / 2, (w0 - w1) / 2, w1      G for 3 taps: w0, (w0 + w1 + w2) / 2, (w0 - w1 + w2) / 2, w2
 *
 * Shapes: filter [k, k, ci, co], U [16, s² ci, co] with channels (row in the cell, column in the cell, ci); co is a multiple of 4.
 */

/** Bytes of the buffer that both need. */
export const bufferBytes: usize = 4 * 3 * 16;

/** Four columns at a time: G along one line, from r taps to four points. */
@inline
function tapsToPoints(r: i32, w: usize, step: usize, u: usize, uStep: usize): void {
  const first = v128.load(w), second = v128.load(w + step);
  const last = r == 3 ? v128.load(w + 2 * step) : second;
  const even = r == 3 ? f32x4.add(first, last) : first;
  const half = f32x4.splat(0.5);
  v128.store(u, first);
  v128.store(u + uStep, f32x4.mul(f32x4.add(even, second), half));
  v128.store(u + 2 * uStep, f32x4.mul(f32x4.sub(even, second), half));
  v128.store(u + 3 * uStep, last);
}

/** Gᵀ along one line, from four points to r taps. */
@inline
function pointsToTaps(r: i32, u: usize, step: usize, w: usize, wStep: usize): void {
  const one = v128.load(u + step), minus = v128.load(u + 2 * step), last = v128.load(u + 3 * step);
  const half = f32x4.splat(0.5);
  const even = f32x4.mul(f32x4.add(one, minus), half), odd = f32x4.mul(f32x4.sub(one, minus), half);
  v128.store(w, f32x4.add(v128.load(u), even));
  if (r == 2) {
    v128.store(w + wStep, f32x4.add(odd, last));
  } else {
    v128.store(w + wStep, odd);
    v128.store(w + 2 * wStep, f32x4.add(even, last));
  }
}

/** Where the value of window row `a`, column `b` of channel (row, column, c) in the cell begins. */
@inline
function tapAt(filter: usize, k: i32, ci: i32, co: i32, a: i32, b: i32, c: i32): usize {
  return filter + ((<usize>((a * k + b) * ci + c) * co) << 2);
}

export function filterToPoints(
  filter: usize, k: i32, s: i32, ci: i32, co: i32, points: usize, buffer: usize,
): void {
  const r = k / s, matrix = (<usize>(s * s * ci) * co) << 2;
  const down = (<usize>(s * k * ci) * co) << 2;
  let u = points;
  for (let row = 0; row < s; row++)
    for (let column = 0; column < s; column++)
      for (let c = 0; c < ci; c++)
        for (let o = 0; o < co; o += 4, u += 16) {
          const from = tapAt(filter, k, ci, co, row, column, c) + (<usize>o << 2);
          for (let b = 0; b < r; b++)
            tapsToPoints(r, from + ((<usize>(b * s * ci) * co) << 2), down, buffer + (<usize>b << 4), 48);
          for (let p = 0; p < 4; p++)
            tapsToPoints(r, buffer + <usize>p * 48, 16, u + <usize>(4 * p) * matrix, matrix);
        }
}

/** Of `ci` channels of a filter of `all`, from the one that `filter` points to. */
export function pointsToFilter(
  points: usize, k: i32, s: i32, ci: i32, all: i32, co: i32, filter: usize, buffer: usize,
): void {
  const r = k / s, matrix = (<usize>(s * s * ci) * co) << 2;
  const down = (<usize>(s * k * all) * co) << 2;
  let u = points;
  for (let row = 0; row < s; row++)
    for (let column = 0; column < s; column++)
      for (let c = 0; c < ci; c++)
        for (let o = 0; o < co; o += 4, u += 16) {
          const to = tapAt(filter, k, all, co, row, column, c) + (<usize>o << 2);
          for (let p = 0; p < 4; p++)
            pointsToTaps(r, u + <usize>(4 * p) * matrix, matrix, buffer + <usize>p * 48, 16);
          for (let b = 0; b < r; b++)
            pointsToTaps(r, buffer + (<usize>b << 4), 48, to + ((<usize>(b * s * all) * co) << 2), down);
        }
}

/**
 * Products of tall matrices with small ones, for the points of six-point-convolution.ts: all numbers of columns are multiples of 4. A tile of
 * the result, 4 rows by 8 (or 4) columns, stays in registers as in tile.ts; the loop over rows is within the function, because the
 * inner one is short.
 *
 *   product         C [rows, n] = A [rows, k] · B [k, n], B as panels (pack.ts)         rows are rounded up to a multiple of 4
 *   addTransposed   C [k, n] += A [rows, k]ᵀ · B [rows, n]
 */
import {byRows4, byRows8} from "./matrix-tiles";
import {held, release, room} from "./scratch";

export function product(a: usize, panels: usize, c: usize, rows: i32, k: i32, n: i32): void {
  const mark = held(), zeros = room(32), aRow = <usize>k << 2, cRow = <usize>n << 2;
  memory.fill(zeros, 0, 32);
  let panel = panels, j = 0;
  for (; j + 8 <= n; j += 8, panel += <usize>k << 5) byRows8(a, aRow, k, panel, zeros, c + (<usize>j << 2), cRow, rows, 8);
  if (j < n) byRows4(a, aRow, k, panel, zeros, c + (<usize>j << 2), cRow, rows, 4);
  release(mark);
}

export function addTransposed(a: usize, b: usize, c: usize, rows: i32, k: i32, n: i32): void {
  const aRow = <usize>k << 2, bRow = <usize>n << 2;
  for (let j: usize = 0; j < bRow; j += 32)
    for (let i: usize = 0; i < aRow; i += 16) {
      const to = c + (i >> 2) * bRow + j;
      if (j + 32 <= bRow) addTransposed8(a + i, aRow, b + j, bRow, rows, to);
      else addTransposed4(a + i, aRow, b + j, bRow, rows, to);
    }
}

function addTransposed8(a: usize, aRow: usize, b: usize, bRow: usize, rows: i32, c: usize): void {
  let a0 = f32x4.splat(0), b0 = a0, a1 = a0, b1 = a0, a2 = a0, b2 = a0, a3 = a0, b3 = a0;
  let x = a, q = b;
  for (let i = 0; i < rows; i++, x += aRow, q += bRow) {
    const w0 = v128.load(q), w1 = v128.load(q, 16);
    const v0 = v128.load32_splat(x);
    a0 = f32x4.add(a0, f32x4.mul(v0, w0));
    b0 = f32x4.add(b0, f32x4.mul(v0, w1));
    const v1 = v128.load32_splat(x, 4);
    a1 = f32x4.add(a1, f32x4.mul(v1, w0));
    b1 = f32x4.add(b1, f32x4.mul(v1, w1));
    const v2 = v128.load32_splat(x, 8);
    a2 = f32x4.add(a2, f32x4.mul(v2, w0));
    b2 = f32x4.add(b2, f32x4.mul(v2, w1));
    const v3 = v128.load32_splat(x, 12);
    a3 = f32x4.add(a3, f32x4.mul(v3, w0));
    b3 = f32x4.add(b3, f32x4.mul(v3, w1));
  }
  add8(c, a0, b0);
  add8(c + bRow, a1, b1);
  add8(c + 2 * bRow, a2, b2);
  add8(c + 3 * bRow, a3, b3);
}

@inline
function add8(to: usize, low: v128, high: v128): void {
  v128.store(to, f32x4.add(v128.load(to), low));
  v128.store(to, f32x4.add(v128.load(to, 16), high), 16);
}

function addTransposed4(a: usize, aRow: usize, b: usize, bRow: usize, rows: i32, c: usize): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let x = a, q = b;
  for (let i = 0; i < rows; i++, x += aRow, q += bRow) {
    const w = v128.load(q);
    a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(x), w));
    a1 = f32x4.add(a1, f32x4.mul(v128.load32_splat(x, 4), w));
    a2 = f32x4.add(a2, f32x4.mul(v128.load32_splat(x, 8), w));
    a3 = f32x4.add(a3, f32x4.mul(v128.load32_splat(x, 12), w));
  }
  v128.store(c, f32x4.add(v128.load(c), a0));
  v128.store(c + bRow, f32x4.add(v128.load(c + bRow), a1));
  v128.store(c + 2 * bRow, f32x4.add(v128.load(c + 2 * bRow), a2));
  v128.store(c + 3 * bRow, f32x4.add(v128.load(c + 3 * bRow), a3));
}

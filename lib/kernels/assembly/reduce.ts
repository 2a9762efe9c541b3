/**
 * Sums over the middle of an array, x [p, m, c] -> y [p, c] = sum over m / divisor. Always in the same order: the rows of a
 * block after one another, then, in 64-bit floats, the blocks; short rows several at a time, whose sums are added at the end.
 */
import {held, release, room} from "./scratch";

/** Rows whose sum is made in registers, in 32-bit floats: errors grow with this, not with the number of blocks. */
export const blockRows: i32 = 32;

/** Of a row this short, no sum lies in memory. */
const fewValues: i32 = 128;

/** No size may be 0 but m. */
export function sumMiddle(x: usize, p: i32, m: i32, c: i32, divisor: f32, y: usize): void {
  if (c == 1 && m < fewValues) {
    sumFew(x, p, m, divisor, y);
    return;
  }
  const mark = held(), side = rowsSideBySide(c, m);
  const totals = room(<usize>(side * c) << 3);
  for (let i = 0; i < p; i++) {
    const from = x + ((<usize>i * m * c) << 2), to = y + ((<usize>i * c) << 2);
    sumRows(from, m / side, side * c, totals);
    finish(totals, c, side, from + ((<usize>(m / side * side) * c) << 2), m % side, divisor, to);
  }
  release(mark);
}

/** x [p, m] -> y [p] */
function sumFew(x: usize, p: i32, m: i32, divisor: f32, y: usize): void {
  let from = x;
  for (let i = 0; i < p; i++) {
    let a = f32x4.splat(0), j = 0;
    for (; j + 4 <= m; j += 4, from += 16) a = f32x4.add(a, v128.load(from));
    let total = f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3);
    for (; j < m; j++, from += 4) total += load<f32>(from);
    store<f32>(y + (<usize>i << 2), total / divisor);
  }
}

/** How many rows are taken as one, so that it has whole vectors, and enough of them to keep an adder busy. */
function rowsSideBySide(c: i32, m: i32): i32 {
  if (c >= 32) return 1;
  let side = (c & 3) == 0 ? 1 : (c & 1) == 0 ? 2 : 4;
  while (side * c < 16) side <<= 1;
  return side <= m ? side : 1;
}

/** x [m, c] -> totals [c], 64-bit */
function sumRows(x: usize, m: i32, c: i32, totals: usize): void {
  const row = <usize>c << 2;
  memory.fill(totals, 0, <usize>c << 3);
  for (let i = 0; i < m; i += blockRows) addBlock(x + <usize>i * row, min(blockRows, m - i), c, row, totals);
}

function addBlock(x: usize, rows: i32, c: i32, row: usize, totals: usize): void {
  const end = x + <usize>rows * row;
  let j = 0;
  for (; j + 16 <= c; j += 16) addColumns16(x + (<usize>j << 2), end, row, totals + (<usize>j << 3));
  for (; j + 4 <= c; j += 4) addColumns4(x + (<usize>j << 2), end, row, totals + (<usize>j << 3));
  for (; j < c; j++) addColumn(x + (<usize>j << 2), end, row, totals + (<usize>j << 3));
}

function addColumns16(x: usize, end: usize, row: usize, totals: usize): void {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  for (let p = x; p < end; p += row) {
    a = f32x4.add(a, v128.load(p));
    b = f32x4.add(b, v128.load(p, 16));
    c = f32x4.add(c, v128.load(p, 32));
    d = f32x4.add(d, v128.load(p, 48));
  }
  addTo(totals, a);
  addTo(totals + 32, b);
  addTo(totals + 64, c);
  addTo(totals + 96, d);
}

function addColumns4(x: usize, end: usize, row: usize, totals: usize): void {
  let a = f32x4.splat(0);
  for (let p = x; p < end; p += row) a = f32x4.add(a, v128.load(p));
  addTo(totals, a);
}

function addColumn(x: usize, end: usize, row: usize, total: usize): void {
  let a: f32 = 0;
  for (let p = x; p < end; p += row) a += load<f32>(p);
  store<f64>(total, load<f64>(total) + <f64>a);
}

/** totals [4], 64-bit, += a */
@inline
export function addTo(totals: usize, a: v128): void {
  const high = i8x16.shuffle(a, a, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
  v128.store(totals, f64x2.add(v128.load(totals), f64x2.promote_low_f32x4(a)));
  v128.store(totals, f64x2.add(v128.load(totals, 16), f64x2.promote_low_f32x4(high)), 16);
}

/** totals [side, c] and the rows that are left over, [rest, c] -> y [c] */
function finish(totals: usize, c: i32, side: i32, x: usize, rest: i32, divisor: f32, y: usize): void {
  for (let j = 0; j < c; j++) {
    let total: f64 = 0;
    for (let i = 0; i < side; i++) total += load<f64>(totals + (<usize>(i * c + j) << 3));
    for (let i = 0; i < rest; i++) total += <f64>load<f32>(x + (<usize>(i * c + j) << 2));
    store<f32>(y + (<usize>j << 2), <f32>(total / <f64>divisor));
  }
}

/**
 * Sums over the middle of an array, x [p, m, c] -> y [p, c] = sum over m / divisor. Always in the same order: the rows of a
 * block after one another, then the blocks; short rows several at a time, whose sums are added at the end.
 */

/** Rows whose sum is made in registers; errors grow with this and with the number of blocks, not with their product. */
const blockRows: i32 = 64;

/** Of a row this short, no sum lies in memory. */
const fewValues: i32 = 128;

/** Scratch: less than 64 values. */
export function sumMiddle(x: usize, p: i32, m: i32, c: i32, divisor: f32, y: usize, scratch: usize): void {
  if (c == 1 && m < fewValues) {
    sumFew(x, p, m, divisor, y);
    return;
  }
  const side = rowsSideBySide(c, m);
  for (let i = 0; i < p; i++) {
    const from = x + ((<usize>i * m * c) << 2), to = y + ((<usize>i * c) << 2);
    if (side == 1) sumRows(from, m, c, to);
    else sumSideBySide(from, m, c, side, to, scratch);
    if (divisor != 1) divide(to, c, divisor);
  }
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

function sumSideBySide(x: usize, m: i32, c: i32, side: i32, y: usize, wide: usize): void {
  const rows = m / side;
  sumRows(x, rows, side * c, wide);
  for (let j = 0; j < c; j++) {
    let total: f32 = 0;
    for (let i = 0; i < side; i++) total += load<f32>(wide + (<usize>(i * c + j) << 2));
    for (let i = rows * side; i < m; i++) total += load<f32>(x + ((<usize>i * c + j) << 2));
    store<f32>(y + (<usize>j << 2), total);
  }
}

/** x [m, c] -> y [c] */
function sumRows(x: usize, m: i32, c: i32, y: usize): void {
  const row = <usize>c << 2;
  for (let i = 0; i < m; i += blockRows) sumBlock(x + <usize>i * row, min(blockRows, m - i), c, row, y, i > 0);
}

/** The sums of a few rows, added to those in y unless they are the first ones. */
function sumBlock(x: usize, rows: i32, c: i32, row: usize, y: usize, isMore: bool): void {
  const end = x + <usize>rows * row;
  let j = 0;
  for (; j + 16 <= c; j += 16) sumColumns16(x + (<usize>j << 2), end, row, y + (<usize>j << 2), isMore);
  for (; j + 4 <= c; j += 4) sumColumns4(x + (<usize>j << 2), end, row, y + (<usize>j << 2), isMore);
  for (; j < c; j++) sumColumn(x + (<usize>j << 2), end, row, y + (<usize>j << 2), isMore);
}

function sumColumns16(x: usize, end: usize, row: usize, y: usize, isMore: bool): void {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  for (let p = x; p < end; p += row) {
    a = f32x4.add(a, v128.load(p));
    b = f32x4.add(b, v128.load(p, 16));
    c = f32x4.add(c, v128.load(p, 32));
    d = f32x4.add(d, v128.load(p, 48));
  }
  v128.store(y, isMore ? f32x4.add(v128.load(y), a) : a);
  v128.store(y, isMore ? f32x4.add(v128.load(y, 16), b) : b, 16);
  v128.store(y, isMore ? f32x4.add(v128.load(y, 32), c) : c, 32);
  v128.store(y, isMore ? f32x4.add(v128.load(y, 48), d) : d, 48);
}

function sumColumns4(x: usize, end: usize, row: usize, y: usize, isMore: bool): void {
  let a = f32x4.splat(0);
  for (let p = x; p < end; p += row) a = f32x4.add(a, v128.load(p));
  v128.store(y, isMore ? f32x4.add(v128.load(y), a) : a);
}

function sumColumn(x: usize, end: usize, row: usize, y: usize, isMore: bool): void {
  let a: f32 = 0;
  for (let p = x; p < end; p += row) a += load<f32>(p);
  store<f32>(y, isMore ? load<f32>(y) + a : a);
}

function divide(y: usize, n: i32, divisor: f32): void {
  for (let i = 0; i < n; i++) {
    const p = y + (<usize>i << 2);
    store<f32>(p, load<f32>(p) / divisor);
  }
}

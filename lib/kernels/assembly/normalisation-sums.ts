/**
 * Sums over the rows of x [m, width] for each column: of squares, and of products with a gradient dy [m, width]. In the order of
 * reduce.ts: the rows of a block in 32-bit floats, then, in 64-bit ones, the blocks. The last row may be shorter than the others.
 * Behind `centre` and the totals is room for a last vector.
 */
import {loadSome} from "./lanes";
import {addTo, blockRows} from "./reduce";

/** totals [width], 64-bit, = sum of (x - centre)^2, of n values. */
export function sumSquares(x: usize, n: i32, width: i32, centre: usize, totals: usize): void {
  memory.fill(totals, 0, <usize>width << 3);
  const whole = n / width, row = <usize>width << 2;
  for (let i = 0; i < whole; i += blockRows)
    addSquares(x + <usize>i * row, min(blockRows, whole - i), width, row, centre, totals);
  addSquares(x + <usize>whole * row, 1, n - whole * width, row, centre, totals);
}

function addSquares(x: usize, rows: i32, width: i32, row: usize, centre: usize, totals: usize): void {
  const end = x + <usize>rows * row;
  let j = 0;
  for (; j + 16 <= width; j += 16) addSquares16(x + (<usize>j << 2), end, row, centre + (<usize>j << 2), totals + (<usize>j << 3));
  for (; j + 4 <= width; j += 4) addSquaresFew(x + (<usize>j << 2), end, row, 4, centre + (<usize>j << 2), totals + (<usize>j << 3));
  if (j < width) addSquaresFew(x + (<usize>j << 2), end, row, width - j, centre + (<usize>j << 2), totals + (<usize>j << 3));
}

function addSquares16(x: usize, end: usize, row: usize, centre: usize, totals: usize): void {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  const p = v128.load(centre), q = v128.load(centre, 16), r = v128.load(centre, 32), s = v128.load(centre, 48);
  for (let at = x; at < end; at += row) {
    a = f32x4.add(a, square(f32x4.sub(v128.load(at), p)));
    b = f32x4.add(b, square(f32x4.sub(v128.load(at, 16), q)));
    c = f32x4.add(c, square(f32x4.sub(v128.load(at, 32), r)));
    d = f32x4.add(d, square(f32x4.sub(v128.load(at, 48), s)));
  }
  addTo(totals, a);
  addTo(totals + 32, b);
  addTo(totals + 64, c);
  addTo(totals + 96, d);
}

/** One to four columns. */
@inline
function addSquaresFew(x: usize, end: usize, row: usize, count: i32, centre: usize, totals: usize): void {
  let a = f32x4.splat(0);
  const p = loadSome(centre, count);
  for (let at = x; at < end; at += row) a = f32x4.add(a, square(f32x4.sub(load4(at, count), p)));
  addTo(totals, a);
}

@inline
function square(v: v128): v128 {
  return f32x4.mul(v, v);
}

@inline
function load4(p: usize, count: i32): v128 {
  return count == 4 ? v128.load(p) : loadSome(p, count);
}

/** totals and products [width], 64-bit, = sum of dy and of dy (x - centre), of n values each. */
export function sumProducts(dy: usize, x: usize, n: i32, width: i32, centre: usize, totals: usize, products: usize): void {
  memory.fill(totals, 0, <usize>width << 3);
  memory.fill(products, 0, <usize>width << 3);
  const whole = n / width, row = <usize>width << 2;
  for (let i = 0; i < whole; i += blockRows)
    addProducts(dy + <usize>i * row, x + <usize>i * row, min(blockRows, whole - i), width, row, centre, totals, products);
  const last = <usize>whole * row;
  addProducts(dy + last, x + last, 1, n - whole * width, row, centre, totals, products);
}

function addProducts(
  dy: usize, x: usize, rows: i32, width: i32, row: usize, centre: usize, totals: usize, products: usize,
): void {
  const end = dy + <usize>rows * row;
  for (let j = 0; j < width; ) {
    const at = <usize>j << 2, to = <usize>j << 3;
    if (j + 8 <= width) {
      addProducts8(dy + at, x + at, end, row, centre + at, totals + to, products + to);
      j += 8;
    } else {
      const count = min(4, width - j);
      if (count == 4) addProductsFew(dy + at, x + at, end, row, 4, centre + at, totals + to, products + to);
      else addProductsFew(dy + at, x + at, end, row, count, centre + at, totals + to, products + to);
      j += 4;
    }
  }
}

function addProducts8(
  dy: usize, x: usize, end: usize, row: usize, centre: usize, totals: usize, products: usize,
): void {
  let a = f32x4.splat(0), b = a, p = a, q = a, v = x;
  const c = v128.load(centre), d = v128.load(centre, 16);
  for (let g = dy; g < end; g += row, v += row) {
    const s = v128.load(g), t = v128.load(g, 16);
    a = f32x4.add(a, s);
    b = f32x4.add(b, t);
    p = f32x4.add(p, f32x4.mul(s, f32x4.sub(v128.load(v), c)));
    q = f32x4.add(q, f32x4.mul(t, f32x4.sub(v128.load(v, 16), d)));
  }
  addTo(totals, a);
  addTo(totals + 32, b);
  addTo(products, p);
  addTo(products + 32, q);
}

/** One to four columns. */
@inline
function addProductsFew(
  dy: usize, x: usize, end: usize, row: usize, count: i32, centre: usize, totals: usize, products: usize,
): void {
  let a = f32x4.splat(0), p = a, v = x;
  const c = loadSome(centre, count);
  for (let g = dy; g < end; g += row, v += row) {
    const s = load4(g, count);
    a = f32x4.add(a, s);
    p = f32x4.add(p, f32x4.mul(s, f32x4.sub(load4(v, count), c)));
  }
  addTo(totals, a);
  addTo(products, p);
}

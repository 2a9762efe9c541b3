/**
 * The inner loops of matrix products and convolutions: 4 rows by 8 columns of the result stay in registers.
 *
 *   out[row j][column c] = start[c] + sum over runs, over i in a run, of value[row j, run, i] · panel[run, i][c]
 *
 * A row is a pixel or a matrix row, given by the address of its first value. Its values are read in runs: `outerCount` times
 * `innerCount` of them, `length` values each, `step` bytes apart. In a convolution a run is one row of the window. A panel
 * holds the weights of 8 (or 4) columns in the order in which they are read. What all tiles of a call share is global.
 */
import {storeSome, sumOfLanes} from "./lanes";

let outerCount: i32 = 1;
let outerStep: usize = 0;
let innerCount: i32 = 1;
let innerStep: usize = 0;
let length: i32 = 0;
let step: usize = 4;
let floor: f32 = -Infinity;
let ceiling: f32 = Infinity;
let slope: f32 = 1;
let isPaused: bool = false;

export function setRuns(
  outer: i32, outerBytes: usize, inner: i32, innerBytes: usize, count: i32, stepBytes: usize,
): void {
  outerCount = outer;
  outerStep = outerBytes;
  innerCount = inner;
  innerStep = innerBytes;
  length = count;
  step = stepBytes;
}

/** y -> min(max(y, slope · y, least), most): nothing, ReLU, ReLU6 and leaky ReLU (slope 0 to 1) are of this form. */
export function setActivation(least: f32, most: f32, leak: f32): void {
  floor = least;
  ceiling = most;
  slope = leak;
}

/** Products that are not yet the result are made without the activation. */
export function pauseActivation(on: bool): void {
  isPaused = on;
}

@inline
export function activated(y: v128): v128 {
  const leaked = f32x4.max(y, f32x4.mul(y, f32x4.splat(slope)));
  return f32x4.min(f32x4.max(leaked, f32x4.splat(floor)), f32x4.splat(ceiling));
}

@inline
export function isPlain(): bool {
  return isPaused || slope == 1 && floor == -Infinity && ceiling == Infinity;
}

/** Stores the first `width` (1 to 8) values. */
@inline
export function storeRow(o: usize, low: v128, high: v128, width: i32): void {
  if (width == 8) {
    v128.store(o, low);
    v128.store(o, high, 16);
  } else {
    storeFew(o, low, width);
    if (width > 4) storeFew(o + 16, high, width - 4);
  }
}

/** Of four values; more are four. A function by itself, because this is rare and long. */
export function storeFew(o: usize, y: v128, width: i32): void {
  if (width >= 4) v128.store(o, y);
  else storeSome(o, y, width);
}

/** 4 rows by a panel of 8 columns, of which `width` (1 to 8) are stored. `start` is 8 values to begin with. */
export function tile8(
  p0: usize, p1: usize, p2: usize, p3: usize, panel: usize, start: usize,
  o0: usize, o1: usize, o2: usize, o3: usize, width: i32,
): void {
  let a0 = v128.load(start), b0 = v128.load(start, 16);
  let a1 = a0, b1 = b0, a2 = a0, b2 = b0, a3 = a0, b3 = b0;
  const by = step, runBytes = <usize>length << 5;
  let q = panel;
  for (let i = 0, row: usize = 0; i < outerCount; i++, row += outerStep) {
    for (let j = 0, run = row; j < innerCount; j++, run += innerStep) {
      let x0 = p0 + run, x1 = p1 + run, x2 = p2 + run, x3 = p3 + run;
      const end = q + runBytes;
      while (q < end) {
        const w0 = v128.load(q), w1 = v128.load(q, 16);
        const v0 = v128.load32_splat(x0);
        a0 = f32x4.add(a0, f32x4.mul(v0, w0));
        b0 = f32x4.add(b0, f32x4.mul(v0, w1));
        const v1 = v128.load32_splat(x1);
        a1 = f32x4.add(a1, f32x4.mul(v1, w0));
        b1 = f32x4.add(b1, f32x4.mul(v1, w1));
        const v2 = v128.load32_splat(x2);
        a2 = f32x4.add(a2, f32x4.mul(v2, w0));
        b2 = f32x4.add(b2, f32x4.mul(v2, w1));
        const v3 = v128.load32_splat(x3);
        a3 = f32x4.add(a3, f32x4.mul(v3, w0));
        b3 = f32x4.add(b3, f32x4.mul(v3, w1));
        x0 += by;
        x1 += by;
        x2 += by;
        x3 += by;
        q += 32;
      }
    }
  }
  if (!isPlain()) {
    a0 = activated(a0); b0 = activated(b0);
    a1 = activated(a1); b1 = activated(b1);
    a2 = activated(a2); b2 = activated(b2);
    a3 = activated(a3); b3 = activated(b3);
  }
  storeRow(o0, a0, b0, width);
  storeRow(o1, a1, b1, width);
  storeRow(o2, a2, b2, width);
  storeRow(o3, a3, b3, width);
}

/** 4 rows by a panel of 4 columns, of which `width` (1 to 4) are stored. `start` is 4 values to begin with. */
export function tile4(
  p0: usize, p1: usize, p2: usize, p3: usize, panel: usize, start: usize,
  o0: usize, o1: usize, o2: usize, o3: usize, width: i32,
): void {
  let a0 = v128.load(start);
  let a1 = a0, a2 = a0, a3 = a0;
  const by = step, runBytes = <usize>length << 4;
  let q = panel;
  for (let i = 0, row: usize = 0; i < outerCount; i++, row += outerStep) {
    for (let j = 0, run = row; j < innerCount; j++, run += innerStep) {
      let x0 = p0 + run, x1 = p1 + run, x2 = p2 + run, x3 = p3 + run;
      const end = q + runBytes;
      while (q < end) {
        const w = v128.load(q);
        a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(x0), w));
        a1 = f32x4.add(a1, f32x4.mul(v128.load32_splat(x1), w));
        a2 = f32x4.add(a2, f32x4.mul(v128.load32_splat(x2), w));
        a3 = f32x4.add(a3, f32x4.mul(v128.load32_splat(x3), w));
        x0 += by;
        x1 += by;
        x2 += by;
        x3 += by;
        q += 16;
      }
    }
  }
  if (!isPlain()) {
    a0 = activated(a0); a1 = activated(a1);
    a2 = activated(a2); a3 = activated(a3);
  }
  storeFew(o0, a0, width);
  storeFew(o1, a1, width);
  storeFew(o2, a2, width);
  storeFew(o3, a3, width);
}

@inline
function activatedOne(y: f32): f32 {
  return min(max(max(y, y * slope), floor), ceiling);
}

/** 4 rows by one column, whose weights lie one after the other in `column`: values are multiplied four at a time. Needs steps of 4 bytes. */
export function tile1(
  p0: usize, p1: usize, p2: usize, p3: usize, column: usize, start: usize,
  o0: usize, o1: usize, o2: usize, o3: usize,
): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  const first = load<f32>(start);
  let s0 = first, s1 = first, s2 = first, s3 = first;
  const vectorBytes = (<usize>length >> 2) << 4, runBytes = <usize>length << 2;
  let q = column;
  for (let i = 0, row: usize = 0; i < outerCount; i++, row += outerStep) {
    for (let j = 0, run = row; j < innerCount; j++, run += innerStep) {
      let x0 = p0 + run, x1 = p1 + run, x2 = p2 + run, x3 = p3 + run;
      const vectorEnd = q + vectorBytes, end = q + runBytes;
      for (; q < vectorEnd; q += 16, x0 += 16, x1 += 16, x2 += 16, x3 += 16) {
        const w = v128.load(q);
        a0 = f32x4.add(a0, f32x4.mul(v128.load(x0), w));
        a1 = f32x4.add(a1, f32x4.mul(v128.load(x1), w));
        a2 = f32x4.add(a2, f32x4.mul(v128.load(x2), w));
        a3 = f32x4.add(a3, f32x4.mul(v128.load(x3), w));
      }
      for (; q < end; q += 4, x0 += 4, x1 += 4, x2 += 4, x3 += 4) {
        const w = load<f32>(q);
        s0 += load<f32>(x0) * w;
        s1 += load<f32>(x1) * w;
        s2 += load<f32>(x2) * w;
        s3 += load<f32>(x3) * w;
      }
    }
  }
  store<f32>(o0, activatedOne(s0 + sumOfLanes(a0)));
  store<f32>(o1, activatedOne(s1 + sumOfLanes(a1)));
  store<f32>(o2, activatedOne(s2 + sumOfLanes(a2)));
  store<f32>(o3, activatedOne(s3 + sumOfLanes(a3)));
}

/** Adds `start` (`columns` values, a multiple of 4) to each of `rows` rows of y, and applies the activation. */
export function finish(y: usize, rows: i32, columns: i32, start: usize): void {
  const plain = isPlain(), end = <usize>columns << 2;
  let out = y;
  for (let r = 0; r < rows; r++)
    for (let c: usize = 0; c < end; c += 16, out += 16) {
      const value = f32x4.add(v128.load(out), v128.load(start + c));
      v128.store(out, plain ? value : activated(value));
    }
}

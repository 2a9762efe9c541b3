/**
 * Gradient of a convolution with respect to its filter (see convolution.ts), as a matrix product over the pixels of a picture:
 *
 *   dW[m, o] = sum over n, over pixels p, of x[n, window p begins at + offset m] · dy[n, p, o],  m = (a, b, i)
 *
 * Four taps by eight outputs of dW stay in registers while a picture's pixels pass; pictures are added in order. A part of `parts` has some of
 * the taps, all of them where they are not taken by fours.
 */
import {clearPadded, copyPadded, pictureBytes} from "./padding";
import {room} from "./scratch";

/** x [n, h, w, ci], dy [n, oh, ow, co] -> dW [kh, kw, ci, co] */
export function convolveFilterGradient(
  x: usize, n: i32, h: i32, w: i32, ci: i32, dy: usize, oh: i32, ow: i32, co: i32,
  kh: i32, kw: i32, sh: i32, sw: i32, top: i32, left: i32, dw: usize, part: i32, parts: i32,
): void {
  const k = kh * kw * ci;
  const alongRuns = co <= 2 && kw * ci >= 4;
  if (alongRuns && part > 0) return;
  const first = alongRuns ? 0 : foursBefore(k, part, parts), end = alongRuns ? k : foursBefore(k, part + 1, parts);
  const rows = (oh - 1) * sh + kh, columns = (ow - 1) * sw + kw;
  const inside = top == 0 && left == 0 && rows <= h && columns <= w;
  const pixel = <usize>ci << 2, row = <usize>(inside ? w : columns) * pixel;
  const offsets = room(offsetBytes(k)), panel = room(panelOfBytes(oh * ow));
  fillOffsets(offsets, kh, kw * ci, row);
  const padded = inside ? 0 : room(pictureBytes(rows, columns, ci));
  const target = alongRuns && co > 1 ? room(<usize>(k * co) << 2) : dw;
  memory.fill(target + (<usize>(first * co) << 2), 0, <usize>((end - first) * co) << 2);
  if (!inside) clearPadded(padded, rows, columns, ci);
  for (let i = 0; i < n; i++) {
    const picture = x + ((<usize>i * h * w * ci) << 2);
    const g = dy + ((<usize>i * oh * ow * co) << 2);
    if (!inside) copyPadded(picture, h, w, ci, padded, rows, columns, top, left);
    const from = inside ? picture : padded;
    if (alongRuns) addRuns(from, kh, kw * ci, row, <usize>sh * row, <usize>sw * pixel, g, oh, ow, co, target);
    else addTaps(from, offsets, first, end, <usize>sh * row, <usize>sw * pixel, g, oh, ow, co, target, panel);
  }
  if (target != dw) swap(target, co, k, dw);
}

/** Bytes of the offsets of k taps. */
@inline
export function offsetBytes(k: i32): usize {
  return <usize>((k + 3) & ~3) << 2;
}

/** Bytes of a panel of dy: eight outputs of so many pixels. */
@inline
export function panelOfBytes(pixels: i32): usize {
  return <usize>pixels << 5;
}

/** Where each of the taps lies, counted from where a window begins; the last one is repeated. */
export function fillOffsets(offsets: usize, kh: i32, run: i32, row: usize): void {
  let t = offsets;
  for (let a = 0; a < kh; a++)
    for (let i = 0; i < run; i++, t += 4) store<u32>(t, <u32>(<usize>a * row + (<usize>i << 2)));
  const last = load<u32>(t - 4);
  for (let m = kh * run; m & 3; m++, t += 4) store<u32>(t, last);
}

/** How many of n values, by fours, belong to the parts before this one. */
export function foursBefore(n: i32, part: i32, parts: i32): i32 {
  return min(n, (((n + 3) >> 2) * part / parts) << 2);
}

/** Adds one picture to the taps from `first` on, a multiple of 4; eight outputs at a time. */
export function addTaps(
  x: usize, offsets: usize, first: i32, k: i32, xRow: usize, xPixel: usize,
  dy: usize, oh: i32, ow: i32, co: i32, dw: usize, panel: usize,
): void {
  const outStep = <usize>co << 2;
  for (let c = 0; c < co; c += 8) {
    const width = min(8, co - c);
    const from = dy + (<usize>c << 2);
    const wide = width > 4;
    // Side by side they fill whole lines of the cache, which all taps then read.
    const apart = co != 8 && co != 4;
    if (apart) copyColumns(from, oh * ow, co, width, wide ? 8 : 4, panel);
    const g = apart ? panel : from;
    const step = <usize>(wide ? 32 : 16);
    for (let m = first; m < k; m += 4) {
      const t = offsets + (<usize>m << 2);
      const out = dw + (<usize>m * outStep) + (<usize>c << 2);
      const o0 = load<u32>(t), o1 = load<u32>(t, 4), o2 = load<u32>(t, 8), o3 = load<u32>(t, 12);
      if (wide) taps8(x + o0, x + o1, x + o2, x + o3, oh, ow, xRow, xPixel, g, step, out, outStep, min(4, k - m), width);
      else taps4(x + o0, x + o1, x + o2, x + o3, oh, ow, xRow, xPixel, g, step, out, outStep, min(4, k - m), width);
    }
  }
}

/** `width` columns of dy as a panel [pixels, whole], zeros behind. */
function copyColumns(dy: usize, pixels: i32, co: i32, width: i32, whole: i32, panel: usize): void {
  let q = panel;
  for (let p = 0; p < pixels; p++, q += <usize>whole << 2) {
    const g = dy + ((<usize>p * co) << 2);
    if (width == 8) {
      v128.store(q, v128.load(g));
      v128.store(q, v128.load(g, 16), 16);
      continue;
    }
    for (let c = 0; c < whole; c++)
      store<f32>(q + (<usize>c << 2), c < width ? load<f32>(g + (<usize>c << 2)) : 0);
  }
}

@inline
function addSome(o: usize, v: v128, width: i32): void {
  store<f32>(o, load<f32>(o) + f32x4.extract_lane(v, 0));
  if (width > 1) store<f32>(o, load<f32>(o, 4) + f32x4.extract_lane(v, 1), 4);
  if (width > 2) store<f32>(o, load<f32>(o, 8) + f32x4.extract_lane(v, 2), 8);
  if (width > 3) store<f32>(o, load<f32>(o, 12) + f32x4.extract_lane(v, 3), 12);
}

@inline
function addRow(o: usize, low: v128, high: v128, width: i32): void {
  v128.store(o, f32x4.add(v128.load(o), low));
  if (width == 8) v128.store(o, f32x4.add(v128.load(o, 16), high), 16);
  else addSome(o + 16, high, width - 4);
}

/** Adds to `count` (1 to 4) rows of dW, `width` (5 to 8) columns each. */
function taps8(
  p0: usize, p1: usize, p2: usize, p3: usize, oh: i32, ow: i32, xRow: usize, xPixel: usize,
  dy: usize, dyPixel: usize, out: usize, outStep: usize, count: i32, width: i32,
): void {
  let a0 = f32x4.splat(0), b0 = a0, a1 = a0, b1 = a0, a2 = a0, b2 = a0, a3 = a0, b3 = a0;
  let g = dy;
  for (let r = 0, row: usize = 0; r < oh; r++, row += xRow) {
    let x0 = p0 + row, x1 = p1 + row, x2 = p2 + row, x3 = p3 + row;
    const end = g + <usize>ow * dyPixel;
    while (g < end) {
      const w0 = v128.load(g), w1 = v128.load(g, 16);
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
      x0 += xPixel;
      x1 += xPixel;
      x2 += xPixel;
      x3 += xPixel;
      g += dyPixel;
    }
  }
  addRow(out, a0, b0, width);
  if (count > 1) addRow(out + outStep, a1, b1, width);
  if (count > 2) addRow(out + 2 * outStep, a2, b2, width);
  if (count > 3) addRow(out + 3 * outStep, a3, b3, width);
}

/** The same with `width` 1 to 4. */
function taps4(
  p0: usize, p1: usize, p2: usize, p3: usize, oh: i32, ow: i32, xRow: usize, xPixel: usize,
  dy: usize, dyPixel: usize, out: usize, outStep: usize, count: i32, width: i32,
): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let g = dy;
  for (let r = 0, row: usize = 0; r < oh; r++, row += xRow) {
    let x0 = p0 + row, x1 = p1 + row, x2 = p2 + row, x3 = p3 + row;
    const end = g + <usize>ow * dyPixel;
    while (g < end) {
      const w = v128.load(g);
      a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(x0), w));
      a1 = f32x4.add(a1, f32x4.mul(v128.load32_splat(x1), w));
      a2 = f32x4.add(a2, f32x4.mul(v128.load32_splat(x2), w));
      a3 = f32x4.add(a3, f32x4.mul(v128.load32_splat(x3), w));
      x0 += xPixel;
      x1 += xPixel;
      x2 += xPixel;
      x3 += xPixel;
      g += dyPixel;
    }
  }
  addSome(out, a0, width);
  if (count > 1) addSome(out + outStep, a1, width);
  if (count > 2) addSome(out + 2 * outStep, a2, width);
  if (count > 3) addSome(out + 3 * outStep, a3, width);
}

/** Adds one picture where outputs are few: vectors run along the window's rows. dW by outputs, [co, kh, run]. */
function addRuns(
  x: usize, kh: i32, run: i32, row: usize, xRow: usize, xPixel: usize,
  dy: usize, oh: i32, ow: i32, co: i32, dw: usize,
): void {
  const dyPixel = <usize>co << 2;
  for (let c = 0; c < co; c++)
    for (let a = 0; a < kh; a++) {
      const from = x + <usize>a * row, g = dy + (<usize>c << 2);
      const out = dw + ((<usize>(c * kh + a) * run) << 2);
      let m = 0;
      for (; m + 16 <= run; m += 16)
        run16(from + (<usize>m << 2), oh, ow, xRow, xPixel, g, dyPixel, out + (<usize>m << 2));
      for (; m + 4 <= run; m += 4)
        run4(from + (<usize>m << 2), oh, ow, xRow, xPixel, g, dyPixel, out + (<usize>m << 2));
      for (; m < run; m++)
        run1(from + (<usize>m << 2), oh, ow, xRow, xPixel, g, dyPixel, out + (<usize>m << 2));
    }
}

function run16(
  x: usize, oh: i32, ow: i32, xRow: usize, xPixel: usize, dy: usize, dyPixel: usize, out: usize,
): void {
  let a = v128.load(out), b = v128.load(out, 16), c = v128.load(out, 32), d = v128.load(out, 48);
  let g = dy;
  for (let r = 0, row = x; r < oh; r++, row += xRow)
    for (let q = 0, p = row; q < ow; q++, p += xPixel, g += dyPixel) {
      const v = v128.load32_splat(g);
      a = f32x4.add(a, f32x4.mul(v, v128.load(p)));
      b = f32x4.add(b, f32x4.mul(v, v128.load(p, 16)));
      c = f32x4.add(c, f32x4.mul(v, v128.load(p, 32)));
      d = f32x4.add(d, f32x4.mul(v, v128.load(p, 48)));
    }
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
}

function run4(
  x: usize, oh: i32, ow: i32, xRow: usize, xPixel: usize, dy: usize, dyPixel: usize, out: usize,
): void {
  let a = v128.load(out);
  let g = dy;
  for (let r = 0, row = x; r < oh; r++, row += xRow)
    for (let q = 0, p = row; q < ow; q++, p += xPixel, g += dyPixel)
      a = f32x4.add(a, f32x4.mul(v128.load32_splat(g), v128.load(p)));
  v128.store(out, a);
}

function run1(
  x: usize, oh: i32, ow: i32, xRow: usize, xPixel: usize, dy: usize, dyPixel: usize, out: usize,
): void {
  let a = load<f32>(out);
  let g = dy;
  for (let r = 0, row = x; r < oh; r++, row += xRow)
    for (let q = 0, p = row; q < ow; q++, p += xPixel, g += dyPixel) a += load<f32>(g) * load<f32>(p);
  store<f32>(out, a);
}

/** [rows, columns] -> [columns, rows] */
function swap(from: usize, rows: i32, columns: i32, to: usize): void {
  let q = to;
  for (let c = 0; c < columns; c++)
    for (let r = 0; r < rows; r++, q += 4) store<f32>(q, load<f32>(from + ((<usize>r * columns + c) << 2)));
}

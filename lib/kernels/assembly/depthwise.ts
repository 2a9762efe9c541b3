/**
 * Depthwise convolution, x [n, h, w, c] with W [kh, kw, c, m] -> y [n, oh, ow, c m], and its gradients. With m filters for each channel it
 * is one with a single filter for each of c m channels, of a picture that has every channel m times, side by side:
 *
 *   y[p, k] = sum over taps (a, b) of framed[s p + d (a, b), k] · W[a, b, k]        k = 0 ... c m - 1
 */
import {reach} from "./frame";
import {clearPadded, copyPadded, pictureBytes} from "./padding";
import {room} from "./scratch";

export function depthwise(
  x: usize, n: i32, h: i32, w: i32, c: i32, filter: usize, kh: i32, kw: i32, m: i32, sh: i32, sw: i32, dh: i32, dw: i32,
  top: i32, left: i32, y: usize, oh: i32, ow: i32,
): void {
  const rows = reach(oh, sh, kh, dh), columns = reach(ow, sw, kw, dw), k = c * m;
  const pixel = <usize>k << 2, pictureSize = <usize>(oh * ow) * pixel;
  const framed = room(pictureBytes(rows, columns, k)), whole = m == 1 ? 0 : room(pictureBytes(h, w, k));
  memory.fill(y, 0, pictureSize * n);
  clearPadded(framed, rows, columns, k);
  for (let i = 0; i < n; i++) {
    frame(x + (<usize>(i * h * w * c) << 2), h, w, c, m, whole, framed, rows, columns, top, left);
    for (let r = 0; r < oh; r++) {
      const to = y + <usize>i * pictureSize + <usize>(r * ow) * pixel;
      for (let a = 0; a < kh; a++)
        for (let b = 0; b < kw; b++)
          addProducts(
            framed + <usize>((r * sh + a * dh) * columns + b * dw) * pixel, <usize>sw * pixel,
            filter + <usize>(a * kw + b) * pixel, to, pixel, ow, k,
          );
    }
  }
}

/** dy [n, oh, ow, c m], W -> dx [n, h, w, c] */
export function depthwiseInputGradient(
  dy: usize, n: i32, oh: i32, ow: i32, filter: usize, kh: i32, kw: i32, c: i32, m: i32, sh: i32, sw: i32, dh: i32, dw: i32,
  top: i32, left: i32, dx: usize, h: i32, w: i32,
): void {
  const rows = reach(oh, sh, kh, dh), columns = reach(ow, sw, kw, dw), k = c * m;
  const pixel = <usize>k << 2, size = h * w * c;
  const framed = room(pictureBytes(rows, columns, k)), whole = m == 1 ? 0 : room(pictureBytes(h, w, k));
  // Places behind the last window get nothing.
  memory.fill(m == 1 ? dx : whole, 0, (<usize>(m == 1 ? n * size : size * m)) << 2);
  for (let i = 0; i < n; i++) {
    clearPadded(framed, rows, columns, k);
    for (let r = 0; r < oh; r++) {
      const from = dy + <usize>((i * oh + r) * ow) * pixel;
      for (let a = 0; a < kh; a++)
        for (let b = 0; b < kw; b++)
          addProducts(
            from, pixel, filter + <usize>(a * kw + b) * pixel,
            framed + <usize>((r * sh + a * dh) * columns + b * dw) * pixel, <usize>sw * pixel, ow, k,
          );
    }
    const to = dx + (<usize>(i * size) << 2);
    copyPadded(framed, rows, columns, k, m == 1 ? to : whole, h, w, -top, -left);
    if (m > 1) sumGroups(whole, size, m, to);
  }
}

/** x, dy -> dW [kh, kw, c, m] */
export function depthwiseFilterGradient(
  x: usize, n: i32, h: i32, w: i32, c: i32, m: i32, dy: usize, oh: i32, ow: i32, kh: i32, kw: i32, sh: i32, sw: i32,
  dh: i32, dw: i32, top: i32, left: i32, dFilter: usize,
): void {
  const rows = reach(oh, sh, kh, dh), columns = reach(ow, sw, kw, dw), k = c * m;
  const pixel = <usize>k << 2;
  const framed = room(pictureBytes(rows, columns, k)), whole = m == 1 ? 0 : room(pictureBytes(h, w, k));
  memory.fill(dFilter, 0, <usize>(kh * kw) * pixel);
  clearPadded(framed, rows, columns, k);
  for (let i = 0; i < n; i++) {
    frame(x + (<usize>(i * h * w * c) << 2), h, w, c, m, whole, framed, rows, columns, top, left);
    for (let a = 0; a < kh; a++)
      for (let b = 0; b < kw; b++)
        for (let r = 0; r < oh; r++)
          addDots(
            framed + <usize>((r * sh + a * dh) * columns + b * dw) * pixel, <usize>sw * pixel,
            dy + <usize>((i * oh + r) * ow) * pixel, dFilter + <usize>(a * kw + b) * pixel, ow, k,
          );
  }
}

/** x [h, w, c], each channel m times, into a picture with a border; by way of `whole`, which has none. */
function frame(
  x: usize, h: i32, w: i32, c: i32, m: i32, whole: usize, framed: usize, rows: i32, columns: i32, top: i32, left: i32,
): void {
  if (m == 1) {
    copyPadded(x, h, w, c, framed, rows, columns, top, left);
    return;
  }
  let to = whole;
  for (let i = 0; i < h * w * c; i++) {
    const value = load<f32>(x + (<usize>i << 2));
    for (let j = 0; j < m; j++, to += 4) store<f32>(to, value);
  }
  copyPadded(whole, h, w, c * m, framed, rows, columns, top, left);
}

/** x [n, m] -> y [n] */
function sumGroups(x: usize, n: i32, m: i32, y: usize): void {
  let from = x;
  for (let i = 0; i < n; i++) {
    let total: f32 = 0;
    for (let j = 0; j < m; j++, from += 4) total += load<f32>(from);
    store<f32>(y + (<usize>i << 2), total);
  }
}

/** For each of `count` pixels, y += x · w [k]; x and y at steps in bytes. */
@inline
function addProducts(x: usize, xStep: usize, weights: usize, y: usize, yStep: usize, count: i32, k: i32): void {
  const bytes = <usize>k << 2;
  let j: usize = 0;
  for (; j + 32 <= bytes; j += 32) {
    const w = v128.load(weights + j), v = v128.load(weights + j, 16);
    let p = x + j, q = y + j;
    for (let i = 0; i < count; i++, p += xStep, q += yStep) {
      v128.store(q, f32x4.add(v128.load(q), f32x4.mul(v128.load(p), w)));
      v128.store(q, f32x4.add(v128.load(q, 16), f32x4.mul(v128.load(p, 16), v)), 16);
    }
  }
  for (; j + 16 <= bytes; j += 16) {
    const w = v128.load(weights + j);
    let p = x + j, q = y + j;
    for (let i = 0; i < count; i++, p += xStep, q += yStep)
      v128.store(q, f32x4.add(v128.load(q), f32x4.mul(v128.load(p), w)));
  }
  for (; j < bytes; j += 4) {
    const w = load<f32>(weights + j);
    let p = x + j, q = y + j;
    for (let i = 0; i < count; i++, p += xStep, q += yStep) store<f32>(q, load<f32>(q) + load<f32>(p) * w);
  }
}

/** dw [k] += sum over `count` pixels of x · dy */
@inline
function addDots(x: usize, xStep: usize, dy: usize, dw: usize, count: i32, k: i32): void {
  const bytes = <usize>k << 2;
  let j: usize = 0;
  for (; j + 32 <= bytes; j += 32) {
    let s = f32x4.splat(0), t = s, p = x + j, q = dy + j;
    for (let i = 0; i < count; i++, p += xStep, q += bytes) {
      s = f32x4.add(s, f32x4.mul(v128.load(p), v128.load(q)));
      t = f32x4.add(t, f32x4.mul(v128.load(p, 16), v128.load(q, 16)));
    }
    v128.store(dw + j, f32x4.add(v128.load(dw + j), s));
    v128.store(dw + j, f32x4.add(v128.load(dw + j, 16), t), 16);
  }
  for (; j + 16 <= bytes; j += 16) {
    let s = f32x4.splat(0), p = x + j, q = dy + j;
    for (let i = 0; i < count; i++, p += xStep, q += bytes) s = f32x4.add(s, f32x4.mul(v128.load(p), v128.load(q)));
    v128.store(dw + j, f32x4.add(v128.load(dw + j), s));
  }
  for (; j < bytes; j += 4) {
    let s: f32 = 0, p = x + j, q = dy + j;
    for (let i = 0; i < count; i++, p += xStep, q += bytes) s += load<f32>(p) * load<f32>(q);
    store<f32>(dw + j, load<f32>(dw + j) + s);
  }
}

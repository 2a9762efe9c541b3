/**
 * The largest value of each window, x [n, h, w, c] -> y [n, oh, ow, c], in windows of kh x kw at steps of sh x sw, and the gradients of pooling,
 * dy [n, oh, ow, c] -> dx [n, h, w, c]. Each window hands its dy on: all of it to its first largest value of x, or an equal share to each value in
 * the picture.
 */
import {fillValues} from "./box";
import {fits, reach} from "./frame";
import {loadSome, storeSome} from "./lanes";
import {clearPadded, copyPadded, pictureBytes} from "./padding";
import {room} from "./scratch";

/** NaN counts as minus infinity. */
export function maxPool(
  x: usize, n: i32, h: i32, w: i32, c: i32, kh: i32, kw: i32, sh: i32, sw: i32, top: i32, left: i32,
  oh: i32, ow: i32, y: usize,
): void {
  const rows = reach(oh, sh, kh, 1), columns = reach(ow, sw, kw, 1);
  const size = pictureBytes(h, w, c), framedSize = rows * columns * c;
  const inPlace = fits(h, w, rows, columns, top, left);
  const framed = inPlace ? 0 : room(<usize>framedSize << 2);
  if (!inPlace) fillValues(framed, framedSize, <f32>-Infinity);
  for (let i = 0; i < n; i++) {
    const from = x + <usize>i * size, to = y + <usize>i * pictureBytes(oh, ow, c);
    if (!inPlace) copyPadded(from, h, w, c, framed, rows, columns, top, left);
    takeMaxima(inPlace ? from : framed, to, oh, ow, c, columns, kh, kw, sh, sw);
  }
}

function takeMaxima(x: usize, y: usize, oh: i32, ow: i32, c: i32, columns: i32, kh: i32, kw: i32, sh: i32, sw: i32): void {
  const pixel = <usize>c << 2, row = <usize>columns * pixel;
  let p = y;
  for (let r = 0; r < oh; r++)
    for (let q = 0; q < ow; q++, p += pixel) {
      const corner = x + <usize>(r * sh) * row + <usize>(q * sw) * pixel;
      let j: usize = 0;
      for (; j + 16 <= pixel; j += 16) v128.store(p + j, maximum(corner + j, kh, kw, row, pixel, 4));
      if (j < pixel) storeSome(p + j, maximum(corner + j, kh, kw, row, pixel, c & 3), c & 3);
    }
}

/** Of one window of `count` channels, 1 to 4. */
@inline
function maximum(x: usize, kh: i32, kw: i32, row: usize, pixel: usize, count: i32): v128 {
  let best = f32x4.splat(<f32>-Infinity);
  for (let a = 0; a < kh; a++) {
    let from = x + <usize>a * row;
    for (let b = 0; b < kw; b++, from += pixel) {
      const v = count == 4 ? v128.load(from) : loadSome(from, count);
      best = v128.bitselect(v, best, f32x4.gt(v, best));
    }
  }
  return best;
}

/** Where no value is above minus infinity, dy goes nowhere. */
export function maxPoolGradient(
  dy: usize, x: usize, n: i32, h: i32, w: i32, c: i32, kh: i32, kw: i32, sh: i32, sw: i32, top: i32, left: i32,
  oh: i32, ow: i32, dx: usize,
): void {
  const rows = reach(oh, sh, kh, 1), columns = reach(ow, sw, kw, 1);
  const size = <usize>(h * w * c) << 2, framedSize = rows * columns * c;
  const inPlace = fits(h, w, rows, columns, top, left);
  const framedX = inPlace ? 0 : room(<usize>framedSize << 2), framedDx = inPlace ? 0 : room(<usize>framedSize << 2);
  memory.fill(dx, 0, size * n);
  if (!inPlace) fillValues(framedX, framedSize, <f32>-Infinity);
  for (let i = 0; i < n; i++) {
    const from = x + <usize>i * size, to = dx + <usize>i * size;
    const gradient = dy + (<usize>(i * oh * ow * c) << 2);
    if (inPlace) {
      routeMaxima(gradient, from, to, oh, ow, c, columns, kh, kw, sh, sw);
    } else {
      copyPadded(from, h, w, c, framedX, rows, columns, top, left);
      clearPadded(framedDx, rows, columns, c);
      routeMaxima(gradient, framedX, framedDx, oh, ow, c, columns, kh, kw, sh, sw);
      copyPadded(framedDx, rows, columns, c, to, h, w, -top, -left);
    }
  }
}

function routeMaxima(
  dy: usize, x: usize, dx: usize, oh: i32, ow: i32, c: i32, columns: i32, kh: i32, kw: i32, sh: i32, sw: i32,
): void {
  const pixel = <usize>c << 2, row = <usize>columns * pixel;
  let p = dy;
  for (let r = 0; r < oh; r++)
    for (let q = 0; q < ow; q++, p += pixel) {
      const corner = <usize>(r * sh) * row + <usize>(q * sw) * pixel;
      let j: usize = 0;
      for (; j + 16 <= pixel; j += 16) routeMaximum(p + j, x + corner + j, dx + corner + j, kh, kw, row, pixel, 4);
      if (j < pixel) routeMaximum(p + j, x + corner + j, dx + corner + j, kh, kw, row, pixel, c & 3);
    }
}

/** One window of `count` channels, 1 to 4. */
@inline
function routeMaximum(
  dy: usize, x: usize, dx: usize, kh: i32, kw: i32, row: usize, pixel: usize, count: i32,
): void {
  let best = f32x4.splat(<f32>-Infinity), place = i32x4.splat(-1), tap = 0;
  for (let a = 0; a < kh; a++) {
    let from = x + <usize>a * row;
    for (let b = 0; b < kw; b++, tap++, from += pixel) {
      const v = count == 4 ? v128.load(from) : loadSome(from, count);
      const isMore = f32x4.gt(v, best);
      best = v128.bitselect(v, best, isMore);
      place = v128.bitselect(i32x4.splat(tap), place, isMore);
    }
  }
  const g = count == 4 ? v128.load(dy) : loadSome(dy, count);
  tap = 0;
  for (let a = 0; a < kh; a++) {
    let to = dx + <usize>a * row;
    for (let b = 0; b < kw; b++, tap++, to += pixel)
      addSome(to, v128.and(g, i32x4.eq(place, i32x4.splat(tap))), count);
  }
}

@inline
function addSome(to: usize, v: v128, count: i32): void {
  if (count == 4) v128.store(to, f32x4.add(v128.load(to), v));
  else storeSome(to, f32x4.add(loadSome(to, count), v), count);
}

/**
 * The share counts the values in the picture only, as the average itself does, so
 * that this is its derivative at the border too, where TF.js divides by the whole window.
 */
export function averagePoolGradient(
  dy: usize, n: i32, h: i32, w: i32, c: i32, kh: i32, kw: i32, sh: i32, sw: i32, top: i32, left: i32,
  oh: i32, ow: i32, dx: usize,
): void {
  const rows = reach(oh, sh, kh, 1), columns = reach(ow, sw, kw, 1);
  const pixel = <usize>c << 2, size = <usize>(h * w) * pixel;
  const framed = room(pictureBytes(rows, columns, c)), share = room(pixel);
  memory.fill(dx, 0, size * n);
  let p = dy;
  for (let i = 0; i < n; i++) {
    clearPadded(framed, rows, columns, c);
    for (let r = 0; r < oh; r++) {
      const inRows = inside(r * sh - top, kh, h);
      for (let q = 0; q < ow; q++, p += pixel) {
        divide(p, c, <f32>(inRows * inside(q * sw - left, kw, w)), share);
        spread(share, framed + <usize>(r * sh * columns + q * sw) * pixel, c, columns, kh, kw);
      }
    }
    copyPadded(framed, rows, columns, c, dx + <usize>i * size, h, w, -top, -left);
  }
}

/** How many of the `taps` places from `start` on lie within 0 to `size`. */
@inline
function inside(start: i32, taps: i32, size: i32): i32 {
  return max(1, min(start + taps, size) - max(start, 0));
}

@inline
function divide(x: usize, c: i32, divisor: f32, y: usize): void {
  const d = f32x4.splat(divisor);
  let j = 0;
  for (; j + 4 <= c; j += 4) v128.store(y + (<usize>j << 2), f32x4.div(v128.load(x + (<usize>j << 2)), d));
  for (; j < c; j++) store<f32>(y + (<usize>j << 2), load<f32>(x + (<usize>j << 2)) / divisor);
}

/** Adds share [c] to each place of a window. */
@inline
function spread(share: usize, to: usize, c: i32, columns: i32, kh: i32, kw: i32): void {
  for (let a = 0; a < kh; a++) {
    let p = to + (<usize>(a * columns * c) << 2);
    for (let b = 0; b < kw; b++) {
      let j = 0;
      for (; j + 4 <= c; j += 4, p += 16)
        v128.store(p, f32x4.add(v128.load(p), v128.load(share + (<usize>j << 2))));
      for (; j < c; j++, p += 4) store<f32>(p, load<f32>(p) + load<f32>(share + (<usize>j << 2)));
    }
  }
}

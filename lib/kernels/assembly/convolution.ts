/**
 * Convolution of pictures with channels last and its two gradients, with zero padding, strides and (forward) dilation.
 *
 *   forward          y[n, p, q, o] = bias[o] + sum over a, b, i of x[n, s p + d a - top, s q + d b - left, i] · W[a, b, i, o]
 *   input gradient   dx[n, s p + a - top, s q + b - left, i] += dy[n, p, q, o] · W[a, b, i, o]
 *   filter gradient  dW[a, b, i, o] = sum over n, p, q of x[n, s p + a - top, s q + b - left, i] · dy[n, p, q, o]
 *
 * Shapes: x [n, h, w, ci], W [kh, kw, ci, co], y and dy [n, oh, ow, co]. The windows of neighbouring pixels are read where they
 * lie: one row of a window is one run of kw · ci values, so nothing is unfolded. One padded picture stays in the fastest cache.
 */
import {packColumn, packPanel, packedBytes, padStart, panelWidth, startBytes, Layout, layoutOf} from "./pack";
import {clearPadded, copyPadded, pictureBytes} from "./padding";
import {fillTable, sweep, tableBytes} from "./pixels";
import {held, release, room} from "./scratch";
import {setRuns} from "./tile";

/** Forward. The activation is set beforehand; `bias` may be 0. */
export function convolve(
  x: usize, n: i32, h: i32, w: i32, ci: i32, filter: usize, kh: i32, kw: i32, co: i32,
  sh: i32, sw: i32, dh: i32, dw: i32, top: i32, left: i32,
  bias: usize, y: usize, oh: i32, ow: i32,
): void {
  const mark = held(), k = kh * kw * ci;
  const start = room(startBytes(co)), packed = room(packedBytes(k, co)), table = room(tableBytes(oh * ow));
  padStart(bias, co, start);
  packAll(filter, <usize>co << 2, 4, k, co, packed);
  // Windows of no pixels reach less than nothing.
  const rows = max(0, (oh - 1) * sh + (kh - 1) * dh + 1), columns = max(0, (ow - 1) * sw + (kw - 1) * dw + 1);
  const inside = top == 0 && left == 0 && rows <= h && columns <= w;
  const stride = inside ? w : columns;
  const pixel = <usize>ci << 2, row = <usize>stride * pixel;
  fillTable(table, oh, ow, <usize>sh * row, <usize>sw * pixel, <usize>(ow * co) << 2, <usize>co << 2);
  if (dw == 1) setRuns(kh, <usize>dh * row, 1, 0, kw * ci, 4);
  else setRuns(kh, <usize>dh * row, kw, <usize>dw * pixel, ci, 4);
  const padded = inside ? 0 : room(pictureBytes(rows, columns, ci));
  if (!inside) clearPadded(padded, rows, columns, ci);
  for (let i = 0; i < n; i++) {
    const image = x + ((<usize>i * h * w * ci) << 2);
    if (!inside) copyPadded(image, h, w, ci, padded, rows, columns, top, left);
    const out = y + ((<usize>i * oh * ow * co) << 2);
    sweep(inside ? image : padded, out, table, oh * ow, packed, start, co, k);
  }
  release(mark);
}

/** All n columns of B [k, n] in their layout, `packedBytes` long. */
export function packAll(b: usize, rowStep: usize, columnStep: usize, k: i32, n: i32, packed: usize): void {
  let q = packed;
  if (layoutOf(n) == Layout.Columns) {
    for (let c = 0; c < n; c++) q = packColumn(b + <usize>c * columnStep, rowStep, k, q);
    return;
  }
  for (let c = 0; c < n; c += 8)
    q = packPanel(b + <usize>c * columnStep, rowStep, columnStep, k, min(8, n - c), panelWidth(c, n), q);
}

@inline
function ceilDivide(a: i32, b: i32): i32 {
  return (a + b - 1) / b;
}

/** First t with s t + r - top >= 0: where the outputs of remainder r begin. */
@inline
function firstOf(r: i32, s: i32, top: i32): i32 {
  return r >= top ? 0 : ceilDivide(top - r, s);
}

/** How many of h places have remainder r. */
@inline
function countOf(r: i32, s: i32, top: i32, h: i32): i32 {
  const last = h - 1 + top - r;
  return last < 0 ? 0 : last / s - firstOf(r, s, top) + 1;
}

/** How many taps of k have remainder r. */
@inline
function tapsOf(r: i32, s: i32, k: i32): i32 {
  return r < k ? ceilDivide(k - r, s) : 0;
}

/**
 * Input gradient, which is also the transposed convolution. Places of dx with the same remainder of the stride see the same
 * taps, so each pair of remainders is a plain convolution of dy with those taps, turned by half a turn.
 */
export function convolveInputGradient(
  dy: usize, n: i32, oh: i32, ow: i32, co: i32, filter: usize, kh: i32, kw: i32, ci: i32,
  sh: i32, sw: i32, top: i32, left: i32, dx: usize, h: i32, w: i32,
): void {
  const mark = held(), start = room(startBytes(ci));
  padStart(0, ci, start);
  // Places before the first window get nothing.
  if (top < 0 || left < 0) memory.fill(dx, 0, (<usize>n * h * w * ci) << 2);
  const margin = ceilDivide(kh, sh), side = ceilDivide(kw, sw);
  const rows = max(oh, (h + top) / sh + 1) + margin, columns = max(ow, (w + left) / sw + 1) + side;
  const pixel = <usize>co << 2, row = <usize>columns * pixel;
  // Weights and tables of all remainders, one after the other.
  let weightBytes: usize = 0, tablesBytes: usize = 0;
  for (let a = 0; a < sh; a++)
    for (let b = 0; b < sw; b++) {
      weightBytes += packedBytes(tapsOf(a, sh, kh) * tapsOf(b, sw, kw) * co, ci);
      tablesBytes += tableBytes(max(0, countOf(a, sh, top, h)) * max(0, countOf(b, sw, left, w)));
    }
  const packed = room(weightBytes), tables = room(tablesBytes), padded = room(pictureBytes(rows, columns, co));
  let q = packed;
  for (let a = 0; a < sh; a++) for (let b = 0; b < sw; b++) q = packTaps(filter, kh, kw, ci, co, sh, sw, a, b, q);
  q = tables;
  for (let a = 0; a < sh; a++)
    for (let b = 0; b < sw; b++) {
      const outRows = countOf(a, sh, top, h), outColumns = countOf(b, sw, left, w);
      if (outRows <= 0 || outColumns <= 0) continue;
      fillTable(q, outRows, outColumns, row, pixel, <usize>(sh * w * ci) << 2, <usize>(sw * ci) << 2);
      q += tableBytes(outRows * outColumns);
    }
  clearPadded(padded, rows, columns, co);
  for (let i = 0; i < n; i++) {
    copyPadded(dy + ((<usize>i * oh * ow * co) << 2), oh, ow, co, padded, rows, columns, margin, side);
    const image = dx + ((<usize>i * h * w * ci) << 2);
    let weights = packed, table = tables;
    for (let a = 0; a < sh; a++)
      for (let b = 0; b < sw; b++) {
        const tapRows = tapsOf(a, sh, kh), tapColumns = tapsOf(b, sw, kw);
        const k = tapRows * tapColumns * co;
        const outRows = countOf(a, sh, top, h), outColumns = countOf(b, sw, left, w);
        if (outRows > 0 && outColumns > 0) {
          const r = firstOf(a, sh, top), c = firstOf(b, sw, left);
          const from = padded + <usize>(r - tapRows + 1 + margin) * row + <usize>(c - tapColumns + 1 + side) * pixel;
          const to = image + ((<usize>((r * sh + a - top) * w + c * sw + b - left) * ci) << 2);
          setRuns(tapRows, row, 1, 0, tapColumns * co, 4);
          sweep(from, to, table, outRows * outColumns, weights, start, ci, k);
          table += tableBytes(outRows * outColumns);
        }
        weights += packedBytes(k, ci);
      }
  }
  release(mark);
}

/** Taps of remainders (a, b), last one first, as a matrix [taps · co, ci]. */
function packTaps(
  filter: usize, kh: i32, kw: i32, ci: i32, co: i32, sh: i32, sw: i32, a: i32, b: i32, packed: usize,
): usize {
  const tapRows = tapsOf(a, sh, kh), tapColumns = tapsOf(b, sw, kw);
  const asColumns = layoutOf(ci) == Layout.Columns;
  let q = packed;
  for (let c = 0; c < ci; c += asColumns ? 1 : 8)
    for (let r = tapRows - 1; r >= 0; r--)
      for (let s = tapColumns - 1; s >= 0; s--) {
        const tap = filter + ((<usize>(((a + r * sh) * kw + b + s * sw) * ci + c) * co) << 2);
        if (asColumns) q = packColumn(tap, 4, co, q);
        else q = packPanel(tap, 4, <usize>co << 2, co, min(8, ci - c), panelWidth(c, ci), q);
      }
  return q;
}

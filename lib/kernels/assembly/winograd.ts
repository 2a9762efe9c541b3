/**
 * Convolution and its two gradients by minimal filtering (Winograd, 1980; Lavin & Gray, 2016), for square windows of k = r s pixels at
 * stride s, with r 2 or 3 and s 1 or 2. With Z = Bᵀ x B, U = G w Gᵀ and D = A dy Aᵀ (see winograd-line.ts and winograd-filter.ts), each
 * pair of points is one matrix product over all tiles:
 *
 *   forward          y = Aᵀ (Z U) A + bias
 *   input gradient   dx = B (D Uᵀ) Bᵀ
 *   filter gradient  dW = Gᵀ (Zᵀ D) G
 *
 * The gradients are the transposes of the forward pass, so they are exact for what it computes. Shapes: x [n, h, w, ci],
 * W [k, k, ci, co], y and dy [n, oh, ow, co]; s ci and co are multiples of 4. `pictures` of them are at work at once.
 */
import {packAll} from "./convolution";
import {addTaps, fillOffsets, foursBefore, offsetBytes, panelOfBytes} from "./filter-gradient";
import {panels} from "./matrix-product";
import {packedBytes, padStart, startBytes} from "./pack";
import {clearPadded, copyPadded, copySomePadded, pictureBytes} from "./padding";
import {room} from "./scratch";
import {finish, pauseActivation, setRuns} from "./tile";
import {bufferBytes, filterToPoints, pointsToFilter} from "./winograd-filter";
import {
  lineBytes, outputsToPoints, pictureToPoints, pointsToOutputs, pointsToPicture, rowsBefore, rowsOf, setGrid,
} from "./winograd-grid";

const pairs = 16;

/** Zeros, or the bias. */
let start: usize = 0;
let buffer: usize = 0;
/** U. */
let weights: usize = 0;
/** The same as panels; nothing in the filter gradient. */
let packed: usize = 0;
let lines: usize = 0;
/** Z. */
let inputs: usize = 0;
/** The products, or D. */
let outputs: usize = 0;
let padded: usize = 0;
/** Of the padded picture, in pixels. */
let paddedRows: i32 = 0;
let paddedColumns: i32 = 0;

/** Lays out what all three need. */
function layOut(oh: i32, ow: i32, k: i32, s: i32, ci: i32, co: i32, pictures: i32): void {
  const r = k / s, channels = s * s * ci;
  setGrid(oh, ow, r, s);
  paddedRows = (oh + r - 1) * s;
  paddedColumns = (ow + r - 1) * s;
  start = room(startBytes(max(co, channels)));
  buffer = room(bufferBytes);
  weights = room((<usize>(pairs * channels) * co) << 2);
  const cell = <usize>(s * ci) << 2, pixel = <usize>co << 2;
  lines = room(max(<usize>paddedRows * lineBytes(cell), <usize>oh * lineBytes(pixel)));
  const rows = rowsBefore(pairs - 1) + rowsOf(pairs - 1);
  inputs = room((<usize>(rows * pictures) * channels) << 2);
  outputs = room((<usize>(rows * pictures) * co) << 2);
  padded = room(pictureBytes(paddedRows, paddedColumns, ci));
}

/** The weights of each pair, value (i, j) at i · rowStep + j · columnStep, packed as [inner, columns]. */
function packWeights(inner: i32, columns: i32, rowStep: usize, columnStep: usize): void {
  const matrix = (<usize>inner * columns) << 2, size = packedBytes(inner, columns);
  packed = room(<usize>pairs * size);
  for (let pair = 0; pair < pairs; pair++)
    packAll(weights + <usize>pair * matrix, rowStep, columnStep, inner, columns, packed + <usize>pair * size);
}

/** The product of each pair, of `count` pictures: from [rows, inner] by its weights to [rows, columns]. */
function multiplyPairs(from: usize, to: usize, inner: i32, columns: i32, count: i32, zeros: usize): void {
  const size = packedBytes(inner, columns), row = <usize>inner << 2;
  for (let pair = 0; pair < pairs; pair++) {
    const rows = rowsOf(pair) * count, first = rowsBefore(pair) * count;
    if (rows == 0) continue;
    const a = from + <usize>first * row, c = to + ((<usize>first * columns) << 2);
    panels(a, row, c, rows, columns, inner, packed + <usize>pair * size, zeros);
  }
}

/** Z of `count` pictures from x on: of `ci` of `all` channels. */
function takeInputs(x: usize, h: i32, w: i32, all: i32, ci: i32, s: i32, top: i32, left: i32, count: i32): void {
  const inside = ci == all && top == 0 && left == 0 && paddedRows <= h && paddedColumns <= w;
  const cell = <usize>(s * ci) << 2, row = <usize>(inside ? w : paddedColumns) * (<usize>ci << 2);
  for (let j = 0; j < count; j++) {
    const picture = x + ((<usize>j * h * w * all) << 2);
    if (ci < all) copySomePadded(picture, h, w, all, ci, padded, paddedRows, paddedColumns, top, left);
    else if (!inside) copyPadded(picture, h, w, ci, padded, paddedRows, paddedColumns, top, left);
    pictureToPoints(inside ? picture : padded, row, cell, lines, inputs, j, count);
  }
}

/** D of `count` pictures from dy on. */
function takeGradients(dy: usize, pixels: i32, co: i32, count: i32): void {
  const pixel = <usize>co << 2;
  for (let j = 0; j < count; j++)
    outputsToPoints(dy + <usize>(j * pixels) * pixel, pixel, lines, outputs, j, count);
}

/** Forward. The activation is set beforehand; `bias` may be 0. */
export function winograd(
  x: usize, n: i32, h: i32, w: i32, ci: i32, filter: usize, k: i32, co: i32, s: i32, top: i32, left: i32,
  bias: usize, y: usize, oh: i32, ow: i32, pictures: i32,
): void {
  const channels = s * s * ci, pixel = <usize>co << 2;
  layOut(oh, ow, k, s, ci, co, pictures);
  filterToPoints(filter, k, s, ci, co, weights, buffer);
  packWeights(channels, co, pixel, 4);
  setRuns(1, 0, 1, 0, channels, 4);
  clearPadded(padded, paddedRows, paddedColumns, ci);
  for (let i = 0; i < n; i += pictures) {
    const count = min(pictures, n - i);
    takeInputs(x + ((<usize>i * h * w * ci) << 2), h, w, ci, ci, s, top, left, count);
    padStart(0, co, start);
    pauseActivation(true);
    multiplyPairs(inputs, outputs, channels, co, count, start);
    pauseActivation(false);
    padStart(bias, co, start);
    for (let j = 0; j < count; j++) {
      const out = y + <usize>((i + j) * oh * ow) * pixel;
      pointsToOutputs(outputs, j, count, lines, out, pixel);
      finish(out, oh * ow, co, start);
    }
  }
}

/** Input gradient, which is also the transposed convolution. No activation may be set. */
export function winogradInputGradient(
  dy: usize, n: i32, oh: i32, ow: i32, co: i32, filter: usize, k: i32, ci: i32, s: i32, top: i32, left: i32,
  dx: usize, h: i32, w: i32, pictures: i32,
): void {
  const channels = s * s * ci;
  layOut(oh, ow, k, s, ci, co, pictures);
  filterToPoints(filter, k, s, ci, co, weights, buffer);
  packWeights(co, channels, 4, <usize>co << 2);
  setRuns(1, 0, 1, 0, co, 4);
  padStart(0, channels, start);
  const row = <usize>(paddedColumns * ci) << 2, cell = <usize>(s * ci) << 2;
  const size = (<usize>h * w * ci) << 2;
  if (top < 0 || left < 0 || paddedRows - top < h || paddedColumns - left < w) memory.fill(dx, 0, <usize>n * size);
  for (let i = 0; i < n; i += pictures) {
    const count = min(pictures, n - i);
    takeGradients(dy + ((<usize>(i * oh * ow) * co) << 2), oh * ow, co, count);
    multiplyPairs(outputs, inputs, co, channels, count, start);
    for (let j = 0; j < count; j++) {
      pointsToPicture(inputs, j, count, lines, padded, row, cell);
      copyPadded(padded, paddedRows, paddedColumns, ci, dx + <usize>(i + j) * size, h, w, -top, -left);
    }
  }
}

/** Filter gradient: a part of `parts` has some of the input channels, all of them where they are not taken by fours. */
export function winogradFilterGradient(
  x: usize, n: i32, h: i32, w: i32, all: i32, dy: usize, oh: i32, ow: i32, co: i32, k: i32, s: i32, top: i32, left: i32,
  dw: usize, pictures: i32, part: i32, parts: i32,
): void {
  const whole = (all & 3) != 0;
  if (whole && part > 0) return;
  const first = whole ? 0 : foursBefore(all, part, parts), ci = whole ? all : foursBefore(all, part + 1, parts) - first;
  if (ci == 0) return;
  const channels = s * s * ci, from = x + (<usize>first << 2);
  layOut(oh, ow, k, s, ci, co, pictures);
  memory.fill(weights, 0, (<usize>(pairs * channels) * co) << 2);
  const offsets = room(offsetBytes(channels)), panel = room(panelOfBytes(rowsOf(0) * pictures));
  fillOffsets(offsets, 1, channels, 0);
  clearPadded(padded, paddedRows, paddedColumns, ci);
  for (let i = 0; i < n; i += pictures) {
    const count = min(pictures, n - i);
    takeInputs(from + ((<usize>i * h * w * all) << 2), h, w, all, ci, s, top, left, count);
    takeGradients(dy + ((<usize>(i * oh * ow) * co) << 2), oh * ow, co, count);
    for (let pair = 0; pair < pairs; pair++) {
      const rows = rowsOf(pair) * count, before = rowsBefore(pair) * count;
      const z = inputs + ((<usize>before * channels) << 2), d = outputs + ((<usize>before * co) << 2);
      const sums = weights + ((<usize>(pair * channels) * co) << 2);
      if (rows > 0) addTaps(z, offsets, 0, channels, 0, <usize>channels << 2, d, 1, rows, co, sums, panel);
    }
  }
  pointsToFilter(weights, k, s, ci, all, co, dw + ((<usize>first * co) << 2), buffer);
}

/**
 * Convolution by windows of 3 x 3 pixels, stride 1, with a border of zeros ("same"), and its gradients, by minimal filtering with six
 * points a line: 36 products for 16 outputs instead of 144. With Z = Bᵀ x B, U = G w Gᵀ, D = A dy Aᵀ (six-points.ts) and for
 * each pair of points one matrix product over all tiles:
 *
 *   y = Aᵀ (Z U) A + bias + rest        dx = B (D Uᵀ) Bᵀ        dW = Gᵀ (Zᵀ D) G        dbias = sum of dy
 *
 * The gradients are the transposes of the forward pass, so they are exact for what it computes. Shapes: x [n, h, w, ci], W [3, 3, ci, co],
 * y, dy and rest [n, h, w, co]; ci and co are multiples of 4. Both give up, and return false, where a value is too large (wild.ts): its
 * rounding would show in its neighbours.
 */
import {foursBefore} from "./filter-gradient";
import {packPanel, panelBytes, panelWidth} from "./pack";
import {pictureBytes} from "./padding";
import {addTo} from "./reduce";
import {room} from "./scratch";
import {addTransposed, product} from "./short-product";
import {
  firstRows, outputColumns, outputRows, pairs, secondRows, secondStart, setGrid, tilesOfPicture,
} from "./six-point-grid";
import {
  bufferBytes, filterToPoints, outputsToPoints, pictureToPoints, pointsToFilter, pointsToOutputs, pointsToPicture,
} from "./six-point-tiles";

/** Bytes of the points at work at once: they stay in the second-level cache. */
const blockBytes: i32 = 3 << 17;

/** The bits of 2^8. */
const mostBits: i32 = 0x43800000;

/** Pictures at work at once. */
let pictures: i32 = 0;
let buffer: usize = 0;
/** U; in the gradient, Zᵀ D. */
let weights: usize = 0;
let weightMatrix: usize = 0;
/** A picture with its border. */
let framed: usize = 0;
/** All outputs of a picture. */
let whole: usize = 0;
/** Z; in the gradient, D Uᵀ. */
let inputs: usize = 0;
let inputMatrix: usize = 0;
/** Z U, or D. */
let outputs: usize = 0;
let outputMatrix: usize = 0;

function layOut(n: i32, h: i32, w: i32, ci: i32, co: i32): void {
  setGrid(h, w);
  const most = max(1, min(n, blockBytes / (4 * <i32>pairs * tilesOfPicture() * (ci + co))));
  // Whole groups of four rows, which products take together.
  pictures = most > 4 ? most & ~3 : most;
  buffer = room(bufferBytes);
  framed = room(framedBytes(ci));
  whole = room(pictureBytes(outputRows(), outputColumns(), co));
  // Three rows more, which products may write, and a line of the cache between matrices, so that they don't all fall on the same ones.
  weightMatrix = (<usize>(ci * co) << 2) + 64;
  weights = room(pairs * weightMatrix);
  const tiles = <usize>(pictures * tilesOfPicture() + 3);
  inputMatrix = (tiles * <usize>ci << 2) + 64;
  outputMatrix = (tiles * <usize>co << 2) + 64;
  inputs = room(pairs * inputMatrix);
  outputs = room(pairs * outputMatrix);
}

@inline
function framedBytes(c: i32): usize {
  return pictureBytes(outputRows() + 2, outputColumns() + 2, c);
}

/** U as panels: of [ci, co], or turned, of [co, ci]. */
function packWeights(ci: i32, co: i32, isTurned: bool): usize {
  const k = isTurned ? co : ci, n = isTurned ? ci : co, size = panelBytes(k, n);
  const rowStep = isTurned ? 4 : <usize>co << 2, columnStep = isTurned ? <usize>co << 2 : 4;
  const packed = room(pairs * size);
  for (let pair: usize = 0; pair < pairs; pair++) {
    const from = weights + pair * weightMatrix;
    let q = packed + pair * size;
    for (let j = 0; j < n; j += 8)
      q = packPanel(from + <usize>j * columnStep, rowStep, columnStep, k, min(8, n - j), panelWidth(j, n), q);
  }
  return packed;
}

/** Copies x [h, w, c] into a wider picture, whose rows are `row` bytes apart, at `to`. Whether no value is too large. */
function copyCalm(x: usize, h: i32, w: i32, c: i32, to: usize, row: usize): bool {
  const bytes = <usize>(w * c) << 2, sizes = i32x4.splat(0x7fffffff);
  let most = i32x4.splat(0), from = x, q = to;
  for (let r = 0; r < h; r++, from += bytes, q += row)
    for (let i: usize = 0; i < bytes; i += 16) {
      const v = v128.load(from + i);
      most = i32x4.max_u(most, v128.and(v, sizes));
      v128.store(q + i, v);
    }
  return !v128.any_true(i32x4.gt_u(most, i32x4.splat(mostBits)));
}

/** The same of `some` channels of x [h, w, all], from the one that x points to. */
function copySomeCalm(x: usize, h: i32, w: i32, all: i32, some: i32, to: usize, row: usize): bool {
  const pixel = <usize>all << 2, bytes = <usize>some << 2;
  let from = x, calm = true;
  for (let r = 0; r < h; r++)
    for (let c = 0; c < w; c++, from += pixel) calm = copyCalm(from, 1, 1, some, to + <usize>r * row + <usize>c * bytes, row) && calm;
  return calm;
}

/** Z of `count` pictures: of `ci` of `all` channels. */
function takeInputs(x: usize, count: i32, h: i32, w: i32, all: i32, ci: i32): bool {
  const pixel = <usize>ci << 2, row = <usize>(outputColumns() + 2) * pixel;
  for (let i = 0; i < count; i++) {
    const from = x + <usize>i * pictureBytes(h, w, all), to = framed + row + pixel;
    const calm = ci == all ? copyCalm(from, h, w, ci, to, row) : copySomeCalm(from, h, w, all, ci, to, row);
    if (!calm) return false;
    pictureToPoints(framed, i, count, pixel, inputs, inputMatrix, buffer);
  }
  return true;
}

/** D of `count` pictures. */
function takeGradients(dy: usize, count: i32, h: i32, w: i32, co: i32): bool {
  const pixel = <usize>co << 2, row = <usize>outputColumns() * pixel;
  for (let i = 0; i < count; i++) {
    if (!copyCalm(dy + <usize>i * pictureBytes(h, w, co), h, w, co, whole, row)) return false;
    outputsToPoints(whole, i, count, pixel, outputs, outputMatrix, buffer);
  }
  return true;
}

/** `bias` [co] and `rest` may be 0. */
export function convolveBySix(
  x: usize, n: i32, h: i32, w: i32, ci: i32, filter: usize, co: i32, bias: usize, rest: usize, y: usize,
): bool {
  layOut(n, h, w, ci, co);
  filterToPoints(filter, ci * co, weights, weightMatrix, buffer);
  const packed = packWeights(ci, co, false), size = panelBytes(ci, co);
  memory.fill(framed, 0, framedBytes(ci));
  for (let i = 0; i < n; i += pictures) {
    const count = min(pictures, n - i);
    if (!takeInputs(x + <usize>i * pictureBytes(h, w, ci), count, h, w, ci, ci)) return false;
    for (let pair: usize = 0; pair < pairs; pair++)
      multiply(inputs + pair * inputMatrix, packed + pair * size, outputs + pair * outputMatrix, <i32>pair, count, ci, co);
    for (let j = 0; j < count; j++) {
      const at = <usize>(i + j) * pictureBytes(h, w, co);
      pointsToOutputs(outputs, outputMatrix, j, count, <usize>co << 2, whole, buffer);
      finish(h, w, <usize>co << 2, bias, rest ? rest + at : 0, y + at);
    }
  }
  return true;
}

/** The product of a pair, [tiles, k] by its panels to [tiles, columns]. */
function multiply(a: usize, panels: usize, c: usize, pair: i32, count: i32, k: i32, columns: i32): void {
  product(a, panels, c, firstRows(pair, count), k, columns);
  const start = <usize>secondStart(count) << 2, more = secondRows(pair, count);
  if (more > 0) product(a + start * k, panels, c + start * columns, more, k, columns);
}

/** The part of all outputs that is the picture, with bias and rest, to y. */
function finish(h: i32, w: i32, pixel: usize, bias: usize, rest: usize, y: usize): void {
  let to = y, more = rest;
  for (let r = 0; r < h; r++) {
    let from = whole + <usize>(r * outputColumns()) * pixel;
    for (let c = 0; c < w; c++)
      for (let i: usize = 0; i < pixel; i += 16, from += 16, to += 16, more += 16) {
        let v = v128.load(from);
        if (bias) v = f32x4.add(v, v128.load(bias + i));
        if (rest) v = f32x4.add(v, v128.load(more));
        v128.store(to, v);
      }
  }
}

/**
 * A part of `parts` has dx of some pictures, those that are at work at once, and dW of some input channels; the first one has dbias. Each takes
 * all pictures in the same order.
 */
export function gradientsBySix(
  x: usize, n: i32, h: i32, w: i32, ci: i32, dy: usize, filter: usize, co: i32, dx: usize, dFilter: usize, dBias: usize,
  part: i32, parts: i32,
): bool {
  layOut(n, h, w, ci, co);
  filterToPoints(filter, ci * co, weights, weightMatrix, buffer);
  const packed = packWeights(ci, co, true), size = panelBytes(co, ci), sums = room(<usize>co << 3), frame = room(framedBytes(ci));
  const groups = (n + pictures - 1) / pictures, firstGroup = groups * part / parts, endGroup = groups * (part + 1) / parts;
  const first = foursBefore(ci, part, parts), some = foursBefore(ci, part + 1, parts) - first;
  memory.fill(sums, 0, <usize>co << 3);
  memory.fill(weights, 0, pairs * weightMatrix);
  memory.fill(framed, 0, framedBytes(ci));
  memory.fill(whole, 0, pictureBytes(outputRows(), outputColumns(), co));
  for (let group = 0, i = 0; i < n; group++, i += pictures) {
    const count = min(pictures, n - i), at = <usize>i * pictureBytes(h, w, ci), own = group >= firstGroup && group < endGroup;
    if (some > 0 && !takeInputs(x + at + (<usize>first << 2), count, h, w, ci, some)) return false;
    if (!takeGradients(dy + <usize>i * pictureBytes(h, w, co), count, h, w, co)) return false;
    if (part == 0) addSums(count * tilesOfPicture(), co, sums);
    for (let pair: usize = 0; pair < pairs; pair++) {
      const z = inputs + pair * inputMatrix, d = outputs + pair * outputMatrix;
      if (some > 0) addProducts(z, d, weights + pair * weightMatrix, <i32>pair, count, some, co);
      if (own) multiply(d, packed + pair * size, z, <i32>pair, count, co, ci);
    }
    for (let j = 0; own && j < count; j++) {
      memory.fill(frame, 0, framedBytes(ci));
      pointsToPicture(inputs, inputMatrix, j, count, <usize>ci << 2, frame, buffer);
      takeOut(frame, h, w, ci, dx + at + <usize>j * pictureBytes(h, w, ci));
    }
  }
  pointsToFilter(weights, weightMatrix, some * co, ci * co, dFilter + (<usize>(first * co) << 2), buffer);
  for (let j: usize = 0; part == 0 && j < <usize>co; j++) store<f32>(dBias + (j << 2), <f32>load<f64>(sums + (j << 3)));
  return true;
}

/** sums [co], 64-bit, += sum of dy: at the points (1, 1) each tile has the sum of its outputs. */
function addSums(tiles: i32, co: i32, sums: usize): void {
  let d = outputs + 7 * outputMatrix;
  for (let i = 0; i < tiles; i++)
    for (let j = 0; j < co; j += 4, d += 16) addTo(sums + (<usize>j << 3), v128.load(d));
}

/** Adds Zᵀ D of a pair. */
function addProducts(z: usize, d: usize, to: usize, pair: i32, count: i32, ci: i32, co: i32): void {
  addTransposed(z, d, to, firstRows(pair, count), ci, co);
  const start = <usize>secondStart(count) << 2, more = secondRows(pair, count);
  if (more > 0) addTransposed(z + start * ci, d + start * co, to, more, ci, co);
}

/** A picture without its border. */
function takeOut(frame: usize, h: i32, w: i32, c: i32, x: usize): void {
  const pixel = <usize>c << 2, row = <usize>(outputColumns() + 2) * pixel, bytes = <usize>w * pixel;
  let from = frame + row + pixel, to = x;
  for (let r = 0; r < h; r++, from += row, to += bytes)
    for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, v128.load(from + i));
}

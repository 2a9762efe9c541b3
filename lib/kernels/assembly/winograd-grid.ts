/**
 * The grid of a convolution by minimal filtering, and the way between pictures and points in two dimensions.
 *
 * With a stride s the cells of s by s pixels become one pixel of s² channels, and the window of k pixels one of r = k / s cells: then the
 * stride is 1. A line of n outputs is cut into tiles of 5 - r; the last one has what is left. What belongs to the same pair of points, of
 * all tiles of some pictures, lies together as a matrix [pictures · tile rows · tile columns, channels], because it is
 * multiplied by the same weights.
 */
import {inputToPoints, outputToPoints, pointsToInput, pointsToOutput} from "./winograd-line";

let taps: i32 = 2;
let stride: i32 = 1;
/** Outputs of a whole tile. */
let span: i32 = 3;
let outRows: i32 = 0;
let outColumns: i32 = 0;
let tileRows: i32 = 0;
let tileColumns: i32 = 0;
/** Points of the last tile. */
let lastRow: i32 = 4;
let lastColumn: i32 = 4;

/** For oh by ow outputs of windows of r (2 or 3) cells of s by s pixels. */
export function setGrid(oh: i32, ow: i32, r: i32, s: i32): void {
  taps = r;
  stride = s;
  span = 5 - r;
  outRows = oh;
  outColumns = ow;
  tileRows = (oh + span - 1) / span;
  tileColumns = (ow + span - 1) / span;
  lastRow = oh - (tileRows - 1) * span + r - 1;
  lastColumn = ow - (tileColumns - 1) * span + r - 1;
}

/** How many of `tiles`, the last of which has `last` points, have this point (0, 1, -1 and infinity by number). They come first. */
@inline
function having(point: i32, tiles: i32, last: i32): i32 {
  return (point == 1 && last < 3) || (point == 2 && last < 4) ? tiles - 1 : tiles;
}

function before(point: i32, tiles: i32, last: i32): i32 {
  let count = 0;
  for (let p = 0; p < point; p++) count += having(p, tiles, last);
  return count;
}

@inline
function pointsOf(tile: i32, tiles: i32, last: i32): i32 {
  return tile == tiles - 1 ? last : 4;
}

/** Inputs that a tile has in common with the one before. */
@inline
function sharedBy(tile: i32): i32 {
  return tile == 0 ? 0 : taps - 1;
}

/** Rows of the matrix of a pair of points, for one picture. */
export function rowsOf(pair: i32): i32 {
  return having(pair >> 2, tileRows, lastRow) * having(pair & 3, tileColumns, lastColumn);
}

/** Rows of the matrices before it, for one picture. The matrices of several pictures lie so many times as far apart. */
export function rowsBefore(pair: i32): i32 {
  const across = before(4, tileColumns, lastColumn);
  const above = before(pair >> 2, tileRows, lastRow) * across;
  return above + having(pair >> 2, tileRows, lastRow) * before(pair & 3, tileColumns, lastColumn);
}

/** Where picture `i` of `n` begins in the matrix of a pair, `pixel` bytes a row. */
function matrixAt(matrices: usize, pair: i32, i: i32, n: i32, pixel: usize): usize {
  return matrices + <usize>(rowsBefore(pair) * n + rowsOf(pair) * i) * pixel;
}

/** Bytes of a line of points with `pixel` bytes each. */
@inline
export function lineBytes(pixel: usize): usize {
  return <usize>(4 * tileColumns) * pixel;
}

/**
 * Bᵀ x B of one picture whose rows of pixels are `row` bytes apart and hold `cell` bytes for each cell. `lines` is scratch for a
 * line of points for each row of pixels.
 */
export function pictureToPoints(
  x: usize, row: usize, cell: usize, lines: usize, matrices: usize, i: i32, n: i32,
): void {
  const line = lineBytes(cell), rows = (outRows + taps - 1) * stride;
  for (let r = 0; r < rows; r++)
    for (let t = 0; t < tileColumns; t++) {
      const q = lines + <usize>r * line + <usize>(4 * t) * cell;
      const from = x + <usize>r * row + <usize>(t * span) * cell;
      inputToPoints(pointsOf(t, tileColumns, lastColumn), from, cell, q, q + cell, q + 2 * cell, q + 3 * cell, cell);
    }
  const pixel = <usize>stride * cell;
  for (let point = 0; point < 4; point++) {
    const across = having(point, tileColumns, lastColumn);
    let zero = matrixAt(matrices, point, i, n, pixel), one = matrixAt(matrices, 4 + point, i, n, pixel);
    let minus = matrixAt(matrices, 8 + point, i, n, pixel), infinity = matrixAt(matrices, 12 + point, i, n, pixel);
    for (let t = 0; t < tileRows; t++) {
      const points = pointsOf(t, tileRows, lastRow);
      for (let c = 0; c < across; c++)
        for (let phase = 0; phase < stride; phase++) {
          const from = lines + <usize>(t * span * stride + phase) * line + <usize>(4 * c + point) * cell;
          inputToPoints(points, from, <usize>stride * line, zero, one, minus, infinity, cell);
          zero += cell; one += cell; minus += cell; infinity += cell;
        }
    }
  }
}

/** B z Bᵀ: from one picture's points to its pixels. `lines` is the same scratch. */
export function pointsToPicture(
  matrices: usize, i: i32, n: i32, lines: usize, x: usize, row: usize, cell: usize,
): void {
  const line = lineBytes(cell), rows = (outRows + taps - 1) * stride, pixel = <usize>stride * cell;
  for (let point = 0; point < 4; point++) {
    const across = having(point, tileColumns, lastColumn);
    let zero = matrixAt(matrices, point, i, n, pixel), one = matrixAt(matrices, 4 + point, i, n, pixel);
    let minus = matrixAt(matrices, 8 + point, i, n, pixel), infinity = matrixAt(matrices, 12 + point, i, n, pixel);
    for (let t = 0; t < tileRows; t++) {
      const points = pointsOf(t, tileRows, lastRow);
      for (let c = 0; c < across; c++)
        for (let phase = 0; phase < stride; phase++) {
          const to = lines + <usize>(t * span * stride + phase) * line + <usize>(4 * c + point) * cell;
          pointsToInput(points, sharedBy(t), zero, one, minus, infinity, to, <usize>stride * line, cell);
          zero += cell; one += cell; minus += cell; infinity += cell;
        }
    }
  }
  for (let r = 0; r < rows; r++)
    for (let t = 0; t < tileColumns; t++) {
      const q = lines + <usize>r * line + <usize>(4 * t) * cell;
      const to = x + <usize>r * row + <usize>(t * span) * cell;
      pointsToInput(pointsOf(t, tileColumns, lastColumn), sharedBy(t), q, q + cell, q + 2 * cell, q + 3 * cell, to, cell, cell);
    }
}

/** Aᵀ m A: the outputs of one picture, y [oh, ow] of `pixel` bytes. `lines` is scratch for a line of points for each row of y. */
export function pointsToOutputs(
  matrices: usize, i: i32, n: i32, lines: usize, y: usize, pixel: usize,
): void {
  const line = lineBytes(pixel);
  for (let point = 0; point < 4; point++) {
    const across = having(point, tileColumns, lastColumn);
    let zero = matrixAt(matrices, point, i, n, pixel), one = matrixAt(matrices, 4 + point, i, n, pixel);
    let minus = matrixAt(matrices, 8 + point, i, n, pixel), infinity = matrixAt(matrices, 12 + point, i, n, pixel);
    for (let t = 0; t < tileRows; t++) {
      const points = pointsOf(t, tileRows, lastRow);
      for (let c = 0; c < across; c++) {
        const to = lines + <usize>(t * span) * line + <usize>(4 * c + point) * pixel;
        pointsToOutput(points, points - taps + 1, zero, one, minus, infinity, to, line, pixel);
        zero += pixel; one += pixel; minus += pixel; infinity += pixel;
      }
    }
  }
  for (let r = 0; r < outRows; r++)
    for (let t = 0; t < tileColumns; t++) {
      const points = pointsOf(t, tileColumns, lastColumn);
      const q = lines + <usize>r * line + <usize>(4 * t) * pixel;
      const to = y + <usize>(r * outColumns + t * span) * pixel;
      pointsToOutput(points, points - taps + 1, q, q + pixel, q + 2 * pixel, q + 3 * pixel, to, pixel, pixel);
    }
}

/** A y Aᵀ: the points of one picture's outputs. `lines` is the same scratch. */
export function outputsToPoints(
  y: usize, pixel: usize, lines: usize, matrices: usize, i: i32, n: i32,
): void {
  const line = lineBytes(pixel);
  for (let r = 0; r < outRows; r++)
    for (let t = 0; t < tileColumns; t++) {
      const points = pointsOf(t, tileColumns, lastColumn);
      const q = lines + <usize>r * line + <usize>(4 * t) * pixel;
      const from = y + <usize>(r * outColumns + t * span) * pixel;
      outputToPoints(points, points - taps + 1, from, pixel, q, q + pixel, q + 2 * pixel, q + 3 * pixel, pixel);
    }
  for (let point = 0; point < 4; point++) {
    const across = having(point, tileColumns, lastColumn);
    let zero = matrixAt(matrices, point, i, n, pixel), one = matrixAt(matrices, 4 + point, i, n, pixel);
    let minus = matrixAt(matrices, 8 + point, i, n, pixel), infinity = matrixAt(matrices, 12 + point, i, n, pixel);
    for (let t = 0; t < tileRows; t++) {
      const points = pointsOf(t, tileRows, lastRow);
      for (let c = 0; c < across; c++) {
        const from = lines + <usize>(t * span) * line + <usize>(4 * c + point) * pixel;
        outputToPoints(points, points - taps + 1, from, line, zero, one, minus, infinity, pixel);
        zero += pixel; one += pixel; minus += pixel; infinity += pixel;
      }
    }
  }
}

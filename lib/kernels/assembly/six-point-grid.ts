/**
 * The tiles of pictures for six-point-tiles.ts: 4 by 4 outputs with six points a line, and in the last row and column as many as are left, with
 * four (1 or 2 outputs) or five (3).
 *
 * What belongs to one of the 36 pairs of points, of all tiles of some pictures, is a matrix [tiles, channels] of its own, because it is
 * multiplied by the same weights. All have the same rows, in this order: tiles that are whole, those of a last column, of a last row,
 * and of both. A pair whose points a row or column has not leaves their rows out.
 */

export const pairs: usize = 36;

/** How many there are, and how many of these are whole. */
let rows: i32 = 0;
let columns: i32 = 0;
let wholeRows: i32 = 0;
let wholeColumns: i32 = 0;
/** Points of the last ones. */
let lastRow: i32 = 6;
let lastColumn: i32 = 6;

export function setGrid(h: i32, w: i32): void {
  rows = (h + 3) / 4;
  columns = (w + 3) / 4;
  lastRow = pointsOfLast(h);
  lastColumn = pointsOfLast(w);
  wholeRows = lastRow == 6 ? rows : rows - 1;
  wholeColumns = lastColumn == 6 ? columns : columns - 1;
}

function pointsOfLast(length: i32): i32 {
  const rest = length & 3;
  return rest == 0 ? 6 : rest == 3 ? 5 : 4;
}

@inline
export function tileRows(): i32 { return rows; }
@inline
export function tileColumns(): i32 { return columns; }
@inline
export function tilesOfPicture(): i32 { return rows * columns; }
/** Outputs of all tiles: those of a picture, or one more. */
@inline
export function outputRows(): i32 { return 4 * (rows - 1) + lastRow - 2; }
@inline
export function outputColumns(): i32 { return 4 * (columns - 1) + lastColumn - 2; }
@inline
export function pointsOfRow(r: i32): i32 { return r < wholeRows ? 6 : lastRow; }
@inline
export function pointsOfColumn(c: i32): i32 { return c < wholeColumns ? 6 : lastColumn; }

/** The row of tile (r, c) of picture i of n. */
export function tileAt(r: i32, c: i32, i: i32, n: i32): i32 {
  const whole = wholeRows * wholeColumns;
  if (r < wholeRows) return c < wholeColumns ? i * whole + r * wholeColumns + c : n * whole + i * wholeRows + r;
  const before = n * wholeRows * columns;
  return c < wholeColumns ? before + i * wholeColumns + c : before + n * wholeColumns + i;
}

/** Whether a tile of so many points has this one. */
@inline
function has(points: i32, point: i32): bool {
  return points == 6 || point < points - 1 || point == 5;
}

/** How many rows of a pair of points, of n pictures, come first; the others begin at `secondStart`. */
export function firstRows(pair: i32, n: i32): i32 {
  const hasRow = has(lastRow, pair / 6), hasColumn = has(lastColumn, pair % 6);
  if (hasRow && hasColumn) return n * rows * columns;
  return n * wholeRows * (hasColumn ? columns : wholeColumns);
}

export function secondStart(n: i32): i32 {
  return n * wholeRows * columns;
}

export function secondRows(pair: i32, n: i32): i32 {
  const hasRow = has(lastRow, pair / 6), hasColumn = has(lastColumn, pair % 6);
  return hasRow && !hasColumn ? n * (rows - wholeRows) * wholeColumns : 0;
}

/**
 * Matrix product C [m, n] = A [m, k] · B [k, n] + bias [n]. Either argument may be transposed: value (i, j) of A lies at
 * a + i · aRow + j · aInner, of B at b + i · bRow + j · bColumn (bytes); C is dense.
 */
import {byColumns4, byColumns8, byRows4, byRows8} from "./matrix-tiles";
import {packColumn, packPanel, padStart, panelBytes, panelWidth, startBytes} from "./pack";
import {held, release, room} from "./scratch";
import {setRuns, tile1, tile4, tile8} from "./tile";

/** Bytes of A that pass all panels of B before the next ones do: they stay in the second-level cache. */
const blockBytes: i32 = 1 << 17;

export function multiply(
  a: usize, aRow: usize, aInner: usize, b: usize, bRow: usize, bColumn: usize,
  c: usize, m: i32, n: i32, k: i32, bias: usize,
): void {
  const mark = held(), start = room(startBytes(n));
  padStart(bias, n, start);
  if (aInner == 4) multiplyRows(a, aRow, b, bRow, bColumn, c, m, n, k, start);
  else multiplyColumns(a, aInner, b, bRow, bColumn, c, m, n, k, start);
  release(mark);
}

/** Rows of A lie whole. */
function multiplyRows(
  a: usize, aRow: usize, b: usize, bRow: usize, bColumn: usize, c: usize, m: i32, n: i32, k: i32, start: usize,
): void {
  // Products of columns four values at a time need them side by side.
  const asColumns = n <= 2, packed = room(asColumns ? <usize>(k * n) << 2 : panelBytes(k, n));
  let q = packed;
  if (!asColumns) packAll(b, bRow, bColumn, k, n, packed);
  else for (let j = 0; j < n; j++) q = packColumn(b + <usize>j * bColumn, bRow, k, q);
  setRuns(1, 0, 1, 0, k, 4);
  const block = max(4, (blockBytes / (max(1, k) << 2)) & ~3);
  for (let i = 0; i < m; i += block) {
    const rows = min(block, m - i);
    const from = a + <usize>i * aRow, to = c + ((<usize>i * n) << 2);
    if (asColumns) columns(from, aRow, to, rows, n, k, packed, start);
    else panels(from, aRow, to, rows, n, k, packed, start);
  }
}

function packAll(b: usize, bRow: usize, bColumn: usize, k: i32, n: i32, packed: usize): void {
  let q = packed;
  for (let j = 0; j < n; j += 8) q = packPanel(b + <usize>j * bColumn, bRow, bColumn, k, min(8, n - j), panelWidth(j, n), q);
}

/** So many of k go by before the next rows and columns do: their part of A and B stays in the first caches. */
const blockInner: i32 = 128;

/** Columns of A lie whole: they are rows here. The last ones, less than 4, and what becomes of them lie in scratch. */
function multiplyColumns(
  a: usize, aInner: usize, b: usize, bRow: usize, bColumn: usize, c: usize, m: i32, n: i32, k: i32, start: usize,
): void {
  const whole = m & ~3, more = m & 3, row = <usize>n << 2, packed = room(panelBytes(min(blockInner, k), n));
  const last = room(more ? <usize>k << 4 : 0), spare = room(more ? 4 * row : 0);
  if (more) packPanel(a + (<usize>whole << 2), aInner, 4, k, more, 4, last);
  for (let i = 0; i == 0 || i < k; i += blockInner) {
    const count = min(blockInner, k - i), isLast = i + count == k, from = i == 0 ? start : 0;
    packAll(b + <usize>i * bRow, bRow, bColumn, count, n, packed);
    addColumns(a + <usize>i * aInner, aInner, count, packed, from, c, whole, n, isLast);
    if (more) addColumns(last + (<usize>i << 4), 16, count, packed, from, spare, 4, n, isLast);
  }
  if (more) memory.copy(c + <usize>whole * row, spare, <usize>more * row);
}

/** C [m, n] = start + A [k, m]ᵀ · B, or, with a start of 0, more than it was. */
function addColumns(a: usize, aInner: usize, k: i32, packed: usize, start: usize, c: usize, m: i32, n: i32, isLast: bool): void {
  const cRow = <usize>n << 2;
  let panel = packed;
  for (let j = 0; j < n; j += 8) {
    const width = panelWidth(j, n), stored = min(width, n - j), first = start ? start + (<usize>j << 2) : 0;
    let x = a, o = c + (<usize>j << 2);
    for (let i = 0; i < m; i += 4, x += 16, o += 4 * cRow)
      if (width == 8) byColumns8(x, aInner, k, panel, first, o, cRow, stored, isLast);
      else byColumns4(x, aInner, k, panel, first, o, cRow, stored, isLast);
    panel += (<usize>k * width) << 2;
  }
}

function columns(
  a: usize, aRow: usize, c: usize, m: i32, n: i32, k: i32, packed: usize, start: usize,
): void {
  const cRow = <usize>n << 2;
  for (let j = 0; j < n; j++) {
    const column = packed + ((<usize>j * k) << 2), first = start + (<usize>j << 2);
    for (let i = 0; i < m; i += 4) {
      const last = m - 1;
      const i1 = min(i + 1, last), i2 = min(i + 2, last), i3 = min(i + 3, last);
      const o = c + (<usize>j << 2);
      tile1(
        a + <usize>i * aRow, a + <usize>i1 * aRow, a + <usize>i2 * aRow, a + <usize>i3 * aRow, column, first,
        o + <usize>i * cRow, o + <usize>i1 * cRow, o + <usize>i2 * cRow, o + <usize>i3 * cRow,
      );
    }
  }
}

/** All rows of A, which lie whole, by the panels of B; the runs are set beforehand. */
export function panels(
  a: usize, aRow: usize, c: usize, m: i32, n: i32, k: i32, packed: usize, start: usize,
): void {
  const cRow = <usize>n << 2, rows = m & ~3;
  let panel = packed;
  for (let j = 0; j < n; j += 8) {
    const width = panelWidth(j, n), stored = min(width, n - j), first = start + (<usize>j << 2), o = c + (<usize>j << 2);
    if (width == 8) byRows8(a, aRow, k, panel, first, o, cRow, rows, stored);
    else byRows4(a, aRow, k, panel, first, o, cRow, rows, stored);
    panel += (<usize>k * width) << 2;
  }
  tiles(a + <usize>rows * aRow, aRow, c + <usize>rows * cRow, m & 3, n, k, packed, start);
}

/** Less than 4 rows, the last of which is taken again. */
function tiles(a: usize, aRow: usize, c: usize, m: i32, n: i32, k: i32, packed: usize, start: usize): void {
  if (m == 0) return;
  const cRow = <usize>n << 2, last = m - 1, i1 = min(1, last), i2 = min(2, last);
  const p1 = a + <usize>i1 * aRow, p2 = a + <usize>i2 * aRow, p3 = a + <usize>last * aRow;
  let panel = packed;
  for (let j = 0; j < n; j += 8) {
    const width = panelWidth(j, n), stored = min(width, n - j), first = start + (<usize>j << 2), o = c + (<usize>j << 2);
    const o1 = o + <usize>i1 * cRow, o2 = o + <usize>i2 * cRow, o3 = o + <usize>last * cRow;
    if (width == 8) tile8(a, p1, p2, p3, panel, first, o, o1, o2, o3, stored);
    else tile4(a, p1, p2, p3, panel, first, o, o1, o2, o3, stored);
    panel += (<usize>k * width) << 2;
  }
}

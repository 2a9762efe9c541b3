/**
 * Matrix product C [m, n] = A [m, k] · B [k, n] + bias [n]. Either argument may be transposed: value (i, j) of A lies at
 * a + i · aRow + j · aInner, of B at b + i · bRow + j · bColumn (bytes); C is dense.
 */
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
  // Products of columns four values at a time need them side by side.
  const asColumns = n <= 2 && aInner == 4;
  const packed = room(asColumns ? <usize>(k * n) << 2 : panelBytes(k, n));
  let q = packed;
  for (let j = 0; j < n; j += asColumns ? 1 : 8)
    if (asColumns) q = packColumn(b + <usize>j * bColumn, bRow, k, q);
    else q = packPanel(b + <usize>j * bColumn, bRow, bColumn, k, min(8, n - j), panelWidth(j, n), q);
  setRuns(1, 0, 1, 0, k, aInner);
  const block = max(4, (blockBytes / (max(1, k) << 2)) & ~3);
  for (let i = 0; i < m; i += block) {
    const rows = min(block, m - i);
    const from = a + <usize>i * aRow, to = c + ((<usize>i * n) << 2);
    if (asColumns) columns(from, aRow, to, rows, n, k, packed, start);
    else panels(from, aRow, to, rows, n, k, packed, start);
  }
  release(mark);
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

/** All rows of A by the panels of B; the runs are set beforehand. */
export function panels(
  a: usize, aRow: usize, c: usize, m: i32, n: i32, k: i32, packed: usize, start: usize,
): void {
  const cRow = <usize>n << 2, last = m - 1;
  let panel = packed;
  for (let j = 0; j < n; j += 8) {
    const width = panelWidth(j, n), stored = min(width, n - j);
    const first = start + (<usize>j << 2), o = c + (<usize>j << 2);
    for (let i = 0; i < m; i += 4) {
      const i1 = min(i + 1, last), i2 = min(i + 2, last), i3 = min(i + 3, last);
      const p0 = a + <usize>i * aRow, p1 = a + <usize>i1 * aRow, p2 = a + <usize>i2 * aRow, p3 = a + <usize>i3 * aRow;
      const o0 = o + <usize>i * cRow, o1 = o + <usize>i1 * cRow, o2 = o + <usize>i2 * cRow, o3 = o + <usize>i3 * cRow;
      if (width == 8) tile8(p0, p1, p2, p3, panel, first, o0, o1, o2, o3, stored);
      else tile4(p0, p1, p2, p3, panel, first, o0, o1, o2, o3, stored);
    }
    panel += (<usize>k * width) << 2;
  }
}

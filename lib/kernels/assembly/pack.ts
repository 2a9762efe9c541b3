/**
 * Weights in the order in which tiles read them. A matrix B [k, n], whose value (r, c) lies at b + r · rowStep + c · columnStep,
 * is cut into panels of 8 columns, [k][8]; the last one has 4 where that is enough, and zeros for the columns that B has not.
 * One or two columns are not worth a panel: they are laid out one after the other, [n][k].
 */
export const enum Layout {
  Panels,
  Columns,
}

/** How many columns are handled one by one. */
const few = 2;

export function layoutOf(n: i32): Layout {
  return n <= few ? Layout.Columns : Layout.Panels;
}

/** Columns of the panel that begins at column c of n: 8 or 4. */
@inline
export function panelWidth(c: i32, n: i32): i32 {
  return n - c > 4 ? 8 : 4;
}

/** Bytes of all n columns of k rows as panels. */
@inline
export function panelBytes(k: i32, n: i32): usize {
  const tail = n & 7;
  return (<usize>k * ((n & ~7) + (tail == 0 ? 0 : tail > 4 ? 8 : 4))) << 2;
}

/** The same in the layout that they have. */
@inline
export function packedBytes(k: i32, n: i32): usize {
  return layoutOf(n) == Layout.Columns ? <usize>(k * n) << 2 : panelBytes(k, n);
}

/** Packs k rows and all n columns; returns the address behind. The rows may be some of many, packed in several calls. */
export function packPanel(
  b: usize, rowStep: usize, columnStep: usize, k: i32, columns: i32, width: i32, packed: usize,
): usize {
  let q = packed, r = 0;
  if (rowStep == 4 && columns == 8)
    for (; r + 4 <= k; r += 4, q += 128) packTurned(b + (<usize>r << 2), columnStep, q);
  for (; r < k; r++) {
    const row = b + <usize>r * rowStep;
    if (columnStep == 4 && columns == 8) {
      v128.store(q, v128.load(row));
      v128.store(q, v128.load(row, 16), 16);
    } else if (columnStep == 4 && columns >= 4) {
      v128.store(q, v128.load(row));
      for (let c = 4; c < width; c++)
        store<f32>(q + (<usize>c << 2), c < columns ? load<f32>(row + (<usize>c << 2)) : 0);
    } else {
      for (let c = 0; c < width; c++)
        store<f32>(q + (<usize>c << 2), c < columns ? load<f32>(row + <usize>c * columnStep) : 0);
    }
    q += <usize>width << 2;
  }
  return q;
}

/** 4 rows of a panel whose 8 columns lie whole. */
function packTurned(b: usize, columnStep: usize, packed: usize): void {
  for (let half: usize = 0; half < 32; half += 16) {
    const p = b + (half >> 2) * columnStep;
    const c0 = v128.load(p), c1 = v128.load(p + columnStep), c2 = v128.load(p + 2 * columnStep), c3 = v128.load(p + 3 * columnStep);
    const low = i32x4.shuffle(c0, c1, 0, 4, 1, 5), high = i32x4.shuffle(c0, c1, 2, 6, 3, 7);
    const low2 = i32x4.shuffle(c2, c3, 0, 4, 1, 5), high2 = i32x4.shuffle(c2, c3, 2, 6, 3, 7);
    const q = packed + half;
    v128.store(q, i64x2.shuffle(low, low2, 0, 2));
    v128.store(q, i64x2.shuffle(low, low2, 1, 3), 32);
    v128.store(q, i64x2.shuffle(high, high2, 0, 2), 64);
    v128.store(q, i64x2.shuffle(high, high2, 1, 3), 96);
  }
}

/** One column of k rows, one value after the other; returns the address behind. */
export function packColumn(b: usize, rowStep: usize, k: i32, packed: usize): usize {
  let q = packed;
  for (let r = 0; r < k; r++, q += 4) store<f32>(q, load<f32>(b + <usize>r * rowStep));
  return q;
}

/** Bytes of what `padStart` writes. */
@inline
export function startBytes(n: i32): usize {
  return <usize>((n + 7) & ~7) << 2;
}

/** `n` values and as many zeros as make the last panel whole. */
export function padStart(start: usize, n: i32, to: usize): void {
  for (let c = 0; c < ((n + 7) & ~7); c++)
    store<f32>(to + (<usize>c << 2), start && c < n ? load<f32>(start + (<usize>c << 2)) : 0);
}

/**
 * Inner loops of matrix products: 4 rows by 8 (or 4) columns of C stay in registers, while k values of A and of a panel of B (pack.ts) go by. Each value is
 * a start and then all products in their order, one by one, so that the bits are the same however rows, columns and k are cut. Of a panel `width`
 * columns are stored. Two of k in a round are no faster: the processor's adders are busy, and V8 runs out of registers.
 *
 *   byRows      A [rows, k], each row whole, `rows` a multiple of 4
 *   byColumns   A [k, 4], its rows `inner` bytes apart
 */
import {loadSome} from "./lanes";
import {activated, isPlain, storeFew, storeRow} from "./tile";

export function byRows8(
  a: usize, aRow: usize, k: i32, panel: usize, start: usize, c: usize, cRow: usize, rows: i32, width: i32,
): void {
  const plain = isPlain();
  let x = a, o = c;
  for (let i = 0; i < rows; i += 4, x += 4 * aRow, o += 4 * cRow) {
    let a0 = v128.load(start), b0 = v128.load(start, 16);
    let a1 = a0, b1 = b0, a2 = a0, b2 = b0, a3 = a0, b3 = b0;
    let x0 = x, x1 = x + aRow, x2 = x1 + aRow, x3 = x2 + aRow, q = panel;
    const end = q + (<usize>k << 5);
    for (; q < end; x0 += 4, x1 += 4, x2 += 4, x3 += 4, q += 32) {
      const w0 = v128.load(q), w1 = v128.load(q, 16);
      const v0 = v128.load32_splat(x0);
      a0 = f32x4.add(a0, f32x4.mul(v0, w0));
      b0 = f32x4.add(b0, f32x4.mul(v0, w1));
      const v1 = v128.load32_splat(x1);
      a1 = f32x4.add(a1, f32x4.mul(v1, w0));
      b1 = f32x4.add(b1, f32x4.mul(v1, w1));
      const v2 = v128.load32_splat(x2);
      a2 = f32x4.add(a2, f32x4.mul(v2, w0));
      b2 = f32x4.add(b2, f32x4.mul(v2, w1));
      const v3 = v128.load32_splat(x3);
      a3 = f32x4.add(a3, f32x4.mul(v3, w0));
      b3 = f32x4.add(b3, f32x4.mul(v3, w1));
    }
    if (!plain) {
      a0 = activated(a0); b0 = activated(b0);
      a1 = activated(a1); b1 = activated(b1);
      a2 = activated(a2); b2 = activated(b2);
      a3 = activated(a3); b3 = activated(b3);
    }
    storeRow(o, a0, b0, width);
    storeRow(o + cRow, a1, b1, width);
    storeRow(o + 2 * cRow, a2, b2, width);
    storeRow(o + 3 * cRow, a3, b3, width);
  }
}

/** A panel of 4 columns. */
export function byRows4(
  a: usize, aRow: usize, k: i32, panel: usize, start: usize, c: usize, cRow: usize, rows: i32, width: i32,
): void {
  const plain = isPlain();
  let x = a, o = c;
  for (let i = 0; i < rows; i += 4, x += 4 * aRow, o += 4 * cRow) {
    let a0 = v128.load(start);
    let a1 = a0, a2 = a0, a3 = a0;
    let x0 = x, x1 = x + aRow, x2 = x1 + aRow, x3 = x2 + aRow, q = panel;
    const end = x + (<usize>k << 2);
    for (; x0 < end; x0 += 4, x1 += 4, x2 += 4, x3 += 4, q += 16) {
      const w = v128.load(q);
      a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(x0), w));
      a1 = f32x4.add(a1, f32x4.mul(v128.load32_splat(x1), w));
      a2 = f32x4.add(a2, f32x4.mul(v128.load32_splat(x2), w));
      a3 = f32x4.add(a3, f32x4.mul(v128.load32_splat(x3), w));
    }
    if (!plain) {
      a0 = activated(a0); a1 = activated(a1);
      a2 = activated(a2); a3 = activated(a3);
    }
    storeFew(o, a0, width);
    storeFew(o + cRow, a1, width);
    storeFew(o + 2 * cRow, a2, width);
    storeFew(o + 3 * cRow, a3, width);
  }
}

/** A start of 0 is what stands in C. */
export function byColumns8(
  a: usize, inner: usize, k: i32, panel: usize, start: usize, c: usize, cRow: usize, width: i32, isLast: bool,
): void {
  const c1 = c + cRow, c2 = c1 + cRow, c3 = c2 + cRow;
  let a0 = lowOf(start ? start : c, start ? 8 : width), b0 = highOf(start ? start : c, start ? 8 : width);
  let a1 = start ? a0 : lowOf(c1, width), b1 = start ? b0 : highOf(c1, width);
  let a2 = start ? a0 : lowOf(c2, width), b2 = start ? b0 : highOf(c2, width);
  let a3 = start ? a0 : lowOf(c3, width), b3 = start ? b0 : highOf(c3, width);
  let x = a, q = panel;
  const end = panel + (<usize>k << 5);
  for (; q < end; q += 32, x += inner) {
    const w0 = v128.load(q), w1 = v128.load(q, 16);
    const v0 = v128.load32_splat(x);
    a0 = f32x4.add(a0, f32x4.mul(v0, w0));
    b0 = f32x4.add(b0, f32x4.mul(v0, w1));
    const v1 = v128.load32_splat(x, 4);
    a1 = f32x4.add(a1, f32x4.mul(v1, w0));
    b1 = f32x4.add(b1, f32x4.mul(v1, w1));
    const v2 = v128.load32_splat(x, 8);
    a2 = f32x4.add(a2, f32x4.mul(v2, w0));
    b2 = f32x4.add(b2, f32x4.mul(v2, w1));
    const v3 = v128.load32_splat(x, 12);
    a3 = f32x4.add(a3, f32x4.mul(v3, w0));
    b3 = f32x4.add(b3, f32x4.mul(v3, w1));
  }
  if (isLast && !isPlain()) {
    a0 = activated(a0); b0 = activated(b0);
    a1 = activated(a1); b1 = activated(b1);
    a2 = activated(a2); b2 = activated(b2);
    a3 = activated(a3); b3 = activated(b3);
  }
  storeRow(c, a0, b0, width);
  storeRow(c1, a1, b1, width);
  storeRow(c2, a2, b2, width);
  storeRow(c3, a3, b3, width);
}

function lowOf(p: usize, width: i32): v128 {
  return width < 4 ? loadSome(p, width) : v128.load(p);
}

function highOf(p: usize, width: i32): v128 {
  return width == 8 ? v128.load(p, 16) : width > 4 ? loadSome(p + 16, width - 4) : f32x4.splat(0);
}

export function byColumns4(
  a: usize, inner: usize, k: i32, panel: usize, start: usize, c: usize, cRow: usize, width: i32, isLast: bool,
): void {
  const c1 = c + cRow, c2 = c1 + cRow, c3 = c2 + cRow;
  let a0 = lowOf(start ? start : c, start ? 4 : width);
  let a1 = start ? a0 : lowOf(c1, width), a2 = start ? a0 : lowOf(c2, width), a3 = start ? a0 : lowOf(c3, width);
  let x = a, q = panel;
  const end = panel + (<usize>k << 4);
  for (; q < end; q += 16, x += inner) {
    const w = v128.load(q);
    a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(x), w));
    a1 = f32x4.add(a1, f32x4.mul(v128.load32_splat(x, 4), w));
    a2 = f32x4.add(a2, f32x4.mul(v128.load32_splat(x, 8), w));
    a3 = f32x4.add(a3, f32x4.mul(v128.load32_splat(x, 12), w));
  }
  if (isLast && !isPlain()) {
    a0 = activated(a0); a1 = activated(a1);
    a2 = activated(a2); a3 = activated(a3);
  }
  storeFew(c, a0, width);
  storeFew(c1, a1, width);
  storeFew(c2, a2, width);
  storeFew(c3, a3, width);
}

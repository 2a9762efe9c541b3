/** A box out of one array into another, values of four bytes: [rows, columns] blocks, each `bytes` long, at steps in bytes. */
import {copy} from "./copy";

export function copyBox(
  x: usize, xRow: usize, xColumn: usize, y: usize, yRow: usize, yColumn: usize, rows: i32, columns: i32, bytes: usize,
): void {
  for (let i = 0; i < rows; i++) {
    let from = x + <usize>i * xRow, to = y + <usize>i * yRow;
    for (let j = 0; j < columns; j++, from += xColumn, to += yColumn) copy(from, to, bytes);
  }
}

/** n times the four bytes of `value`. */
export function fillValues(y: usize, n: i32, value: f32): void {
  const four = f32x4.splat(value);
  let p = y, i = 0;
  for (; i + 4 <= n; i += 4, p += 16) v128.store(p, four);
  for (; i < n; i++, p += 4) store<f32>(p, value);
}

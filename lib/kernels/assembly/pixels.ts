/**
 * All pixels of one picture through the tiles of tile.ts, whose runs and activation have been set. Where the window of each
 * output pixel begins, and where its result goes, is looked up in a table that serves all pictures and all columns of a call.
 */
import {Layout, layoutOf, panelWidth} from "./pack";
import {tile1, tile4, tile8} from "./tile";

/** Bytes of the table for `count` pixels. */
@inline
export function tableBytes(count: i32): usize {
  return <usize>((count + 3) & ~3) << 3;
}

/** Fills the table, [count up to a multiple of 4] pairs of (input, output) offsets in bytes; the last pair is repeated. */
export function fillTable(
  table: usize, rows: i32, columns: i32, inRow: usize, inPixel: usize, outRow: usize, outPixel: usize,
): void {
  let t = table;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++, t += 8) {
      store<u32>(t, <u32>(<usize>r * inRow + <usize>c * inPixel));
      store<u32>(t, <u32>(<usize>r * outRow + <usize>c * outPixel), 4);
    }
  const last = load<u64>(t - 8);
  for (let p = rows * columns; p & 3; p++, t += 8) store<u64>(t, last);
}

/** One picture: `count` pixels of `columns` values each; k weights a column, packed as in pack.ts; `start` padded. */
export function sweep(
  x: usize, out: usize, table: usize, count: i32, packed: usize, start: usize, columns: i32, k: i32,
): void {
  if (layoutOf(columns) == Layout.Columns) {
    for (let c = 0; c < columns; c++)
      sweepColumn(x, out + (<usize>c << 2), table, count, packed + ((<usize>c * k) << 2), start + (<usize>c << 2));
    return;
  }
  let panel = packed;
  for (let c = 0; c < columns; c += 8) {
    const width = panelWidth(c, columns);
    const stored = min(width, columns - c);
    const first = start + (<usize>c << 2);
    if (width == 8) sweep8(x, out + (<usize>c << 2), table, count, panel, first, stored);
    else sweep4(x, out + (<usize>c << 2), table, count, panel, first, stored);
    panel += (<usize>k * width) << 2;
  }
}

function sweep8(
  x: usize, out: usize, table: usize, count: i32, panel: usize, start: usize, stored: i32,
): void {
  const end = table + (<usize>count << 3);
  for (let t = table; t < end; t += 32)
    tile8(
      x + load<u32>(t), x + load<u32>(t, 8), x + load<u32>(t, 16), x + load<u32>(t, 24), panel, start,
      out + load<u32>(t, 4), out + load<u32>(t, 12), out + load<u32>(t, 20), out + load<u32>(t, 28), stored,
    );
}

function sweep4(
  x: usize, out: usize, table: usize, count: i32, panel: usize, start: usize, stored: i32,
): void {
  const end = table + (<usize>count << 3);
  for (let t = table; t < end; t += 32)
    tile4(
      x + load<u32>(t), x + load<u32>(t, 8), x + load<u32>(t, 16), x + load<u32>(t, 24), panel, start,
      out + load<u32>(t, 4), out + load<u32>(t, 12), out + load<u32>(t, 20), out + load<u32>(t, 28), stored,
    );
}

function sweepColumn(
  x: usize, out: usize, table: usize, count: i32, column: usize, start: usize,
): void {
  const end = table + (<usize>count << 3);
  for (let t = table; t < end; t += 32)
    tile1(
      x + load<u32>(t), x + load<u32>(t, 8), x + load<u32>(t, 16), x + load<u32>(t, 24), column, start,
      out + load<u32>(t, 4), out + load<u32>(t, 12), out + load<u32>(t, 20), out + load<u32>(t, 28),
    );
}

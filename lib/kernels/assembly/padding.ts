/** A picture [h, w, c] with zeros around it, so that no window needs to know where the border is. */

/** Bytes of a picture. */
@inline
export function pictureBytes(rows: i32, columns: i32, channels: i32): usize {
  return (<usize>rows * columns * channels) << 2;
}

/** Zeros for a padded picture of `rows` by `columns`, `channels` values each. */
export function clearPadded(padded: usize, rows: i32, columns: i32, channels: i32): void {
  memory.fill(padded, 0, pictureBytes(rows, columns, channels));
}

/**
 * Copies the part of x [h, w, channels] that falls inside, with its value (0, 0) at (top, left), which may be negative. The
 * zeros around it are left as they are: one clearing serves all pictures of a batch.
 */
export function copyPadded(
  x: usize, h: i32, w: i32, channels: i32, padded: usize, rows: i32, columns: i32, top: i32, left: i32,
): void {
  const firstRow = max(0, -top), endRow = min(h, rows - top);
  const firstColumn = max(0, -left), endColumn = min(w, columns - left);
  if (endColumn <= firstColumn) return;
  const bytes = (<usize>(endColumn - firstColumn) * channels) << 2;
  for (let r = firstRow; r < endRow; r++) {
    const from = (<usize>(r * w + firstColumn) * channels) << 2;
    const to = (<usize>((r + top) * columns + firstColumn + left) * channels) << 2;
    copyRow(padded + to, x + from, bytes);
  }
}

/** The same of `some` channels of x [h, w, all], from the one that x points to. */
export function copySomePadded(
  x: usize, h: i32, w: i32, all: i32, some: i32, padded: usize, rows: i32, columns: i32, top: i32, left: i32,
): void {
  const endRow = min(h, rows - top), endColumn = min(w, columns - left), bytes = <usize>some << 2;
  for (let r = max(0, -top); r < endRow; r++)
    for (let c = max(0, -left); c < endColumn; c++)
      copyRow(
        padded + <usize>((r + top) * columns + c + left) * bytes,
        x + ((<usize>(r * w + c) * all) << 2), bytes,
      );
}

/** memory.copy costs more than this for a few hundred bytes. */
@inline
function copyRow(to: usize, from: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(to + i, v128.load(from + i));
  for (; i < bytes; i += 4) store<f32>(to + i, load<f32>(from + i));
}

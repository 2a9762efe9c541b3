/**
 * Pictures in another size by the nearest pixel, x [n, h, w, c] -> y [n, oh, ow, c], and the gradient of that. rows [oh] and columns
 * [ow] say which pixel of x each of y is, in ascending order.
 */
import {copy} from "./copy";

export function resizeNearest(
  x: usize, n: i32, h: i32, w: i32, c: i32, rows: usize, oh: i32, columns: usize, ow: i32, y: usize,
): void {
  const pixel = <usize>c << 2, row = <usize>ow * pixel;
  let to = y;
  for (let i = 0; i < n; i++)
    for (let r = 0; r < oh; r++, to += row) {
      const source = load<i32>(rows + (<usize>r << 2));
      const from = x + <usize>((i * h + source) * w) * pixel;
      // A row that was made a moment ago need not be put together again.
      if (r > 0 && load<i32>(rows + (<usize>(r - 1) << 2)) == source) copy(to - row, to, row);
      else copyPixels(from, pixel, columns, ow, to);
    }
}

function copyPixels(x: usize, pixel: usize, columns: usize, ow: i32, y: usize): void {
  for (let q = 0; q < ow; q++) copy(x + <usize>load<i32>(columns + (<usize>q << 2)) * pixel, y + <usize>q * pixel, pixel);
}

/** dy [n, oh, ow, c] -> dx [n, h, w, c] */
export function resizeNearestGradient(
  dy: usize, n: i32, h: i32, w: i32, c: i32, rows: usize, oh: i32, columns: usize, ow: i32, dx: usize,
): void {
  const pixel = <usize>c << 2;
  memory.fill(dx, 0, <usize>(n * h * w) * pixel);
  let g = dy;
  for (let i = 0; i < n; i++)
    for (let r = 0; r < oh; r++) {
      const to = dx + <usize>((i * h + load<i32>(rows + (<usize>r << 2))) * w) * pixel;
      for (let q = 0; q < ow; q++, g += pixel) addPixel(g, pixel, to + <usize>load<i32>(columns + (<usize>q << 2)) * pixel);
    }
}

@inline
function addPixel(g: usize, bytes: usize, dx: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(dx + i, f32x4.add(v128.load(dx + i), v128.load(g + i)));
  for (; i < bytes; i += 4) store<f32>(dx + i, load<f32>(dx + i) + load<f32>(g + i));
}

/**
 * Pictures with a border, so that every window lies inside: [h, w, c] within [rows, columns, c] at (top, left). Rows that no
 * window reaches may be cut off.
 */

/** How many rows (or columns) the windows reach: `count` of them, `step` apart, of `taps` rows, `dilation` apart. */
@inline
export function reach(count: i32, step: i32, taps: i32, dilation: i32): i32 {
  return (count - 1) * step + (taps - 1) * dilation + 1;
}

/** Whether a picture needs no border, so that it can be used where it lies. */
@inline
export function fits(h: i32, w: i32, rows: i32, columns: i32, top: i32, left: i32): bool {
  return top == 0 && left == 0 && columns == w && rows <= h;
}

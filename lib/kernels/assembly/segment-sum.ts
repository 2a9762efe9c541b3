/**
 * Rows added up by their segment, y [segments, inner, c] with y[s, j] = sum over i with ids[i, j] = s of x[i, j]. This is the gradient
 * of a look-up. x [n, inner, c], ids [n, inner]; rows of any other segment are left out.
 */
export function segmentSum(x: usize, ids: usize, n: i32, inner: i32, c: i32, segments: i32, y: usize): void {
  const row = <usize>c << 2;
  memory.fill(y, 0, <usize>segments * inner * row);
  let p = x, id = ids;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < inner; j++, p += row, id += 4) {
      const s = load<i32>(id);
      if (s >= 0 && s < segments) addRow(p, row, y + (<usize>s * inner + j) * row);
    }
}

@inline
function addRow(x: usize, bytes: usize, y: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(y + i, f32x4.add(v128.load(y + i), v128.load(x + i)));
  for (; i < bytes; i += 4) store<f32>(y + i, load<f32>(y + i) + load<f32>(x + i));
}

/** Two neighbouring axes exchanged, x [outer, m, n, inner] -> y [outer, n, m, inner]: values of four bytes, of whatever kind. */
import {copy} from "./copy";

export function transpose(x: usize, outer: i32, m: i32, n: i32, inner: i32, y: usize): void {
  const bytes = (<usize>m * n * inner) << 2;
  for (let i = 0; i < outer; i++) {
    const from = x + <usize>i * bytes, to = y + <usize>i * bytes;
    if (inner == 1) transposeMatrix(from, m, n, to);
    else transposeBlocks(from, m, n, <usize>inner << 2, to);
  }
}

function transposeBlocks(x: usize, m: i32, n: i32, bytes: usize, y: usize): void {
  let to = y;
  for (let j = 0; j < n; j++)
    for (let i = 0; i < m; i++, to += bytes) copy(x + <usize>(i * n + j) * bytes, to, bytes);
}

/** Rows of a strip: few enough for rows that lie a power of two apart, enough for whole lines of the cache in y. */
const strip: i32 = 16;

function transposeMatrix(x: usize, m: i32, n: i32, y: usize): void {
  for (let i = 0; i < m; i += strip) {
    const end = min(m, i + strip), last = i + ((end - i) & ~3);
    let j = 0;
    for (; j + 4 <= n; j += 4) {
      for (let r = i; r < last; r += 4) transpose4(x + ((<usize>r * n + j) << 2), n, y + ((<usize>j * m + r) << 2), m);
      for (let r = last; r < end; r++) for (let k = j; k < j + 4; k++) move(x, r, k, m, n, y);
    }
    for (; j < n; j++) for (let r = i; r < end; r++) move(x, r, j, m, n, y);
  }
}

@inline
function move(x: usize, r: i32, j: i32, m: i32, n: i32, y: usize): void {
  store<u32>(y + ((<usize>j * m + r) << 2), load<u32>(x + ((<usize>r * n + j) << 2)));
}

@inline
function transpose4(x: usize, n: i32, y: usize, m: i32): void {
  const from = <usize>n << 2, to = <usize>m << 2;
  const a = v128.load(x), b = v128.load(x + from), c = v128.load(x + 2 * from), d = v128.load(x + 3 * from);
  const ab = i32x4.shuffle(a, b, 0, 4, 1, 5), cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const abHigh = i32x4.shuffle(a, b, 2, 6, 3, 7), cdHigh = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(y, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(y + to, i64x2.shuffle(ab, cd, 1, 3));
  v128.store(y + 2 * to, i64x2.shuffle(abHigh, cdHigh, 0, 2));
  v128.store(y + 3 * to, i64x2.shuffle(abHigh, cdHigh, 1, 3));
}

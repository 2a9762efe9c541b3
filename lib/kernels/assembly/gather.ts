/** Blocks by number, x [outer, d, inner] and indices [n] -> y [outer, n, inner]: values of four bytes, of whatever kind. */
import {copy} from "./copy";

export function gather(x: usize, outer: i32, d: i32, inner: i32, indices: usize, n: i32, y: usize): void {
  const bytes = <usize>inner << 2;
  let from = x, to = y;
  for (let i = 0; i < outer; i++, from += <usize>d * bytes)
    for (let j = 0; j < n; j++, to += bytes) copy(from + <usize>load<i32>(indices + (<usize>j << 2)) * bytes, to, bytes);
}

/** The place of the first index that is not one of 0 to d - 1; n if all are. */
export function firstOutside(indices: usize, n: i32, d: i32): i32 {
  for (let i = 0; i < n; i++) if (load<u32>(indices + (<usize>i << 2)) >= <u32>d) return i;
  return n;
}

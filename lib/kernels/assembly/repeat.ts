/** Repeats of blocks, x [outer, inner] -> y [outer, times, inner]: values of four bytes, of whatever kind. */
import {copy} from "./copy";

export function repeatBlocks(x: usize, outer: i32, inner: i32, times: i32, y: usize): void {
  if (inner == 1) {
    repeatValues(x, outer, times, y);
    return;
  }
  const bytes = <usize>inner << 2;
  let from = x, to = y;
  for (let i = 0; i < outer; i++, from += bytes) {
    if (bytes >= 1024) for (let j = 0; j < times; j++) copy(from, to + <usize>j * bytes, bytes);
    else repeatBlock(from, bytes, to, <usize>times * bytes);
    to += <usize>times * bytes;
  }
}

function repeatValues(x: usize, count: i32, times: i32, y: usize): void {
  let to = y;
  for (let i = 0; i < count; i++) {
    const value = v128.load32_splat(x + (<usize>i << 2));
    let j = 0;
    for (; j + 4 <= times; j += 4, to += 16) v128.store(to, value);
    for (; j < times; j++, to += 4) v128.store32_lane(to, value, 0);
  }
}

/** Copies everything there already, so that short blocks soon become long ones. */
function repeatBlock(from: usize, bytes: usize, to: usize, total: usize): void {
  copy(from, to, bytes);
  for (let done = bytes; done < total; ) {
    const next = min(done, total - done);
    copy(to, to + done, next);
    done += next;
  }
}

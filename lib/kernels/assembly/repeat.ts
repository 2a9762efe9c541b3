/** Repeats of blocks, x [outer, inner] -> y [outer, times, inner]: values of four bytes, of whatever kind. */

export function repeatBlocks(x: usize, outer: i32, inner: i32, times: i32, y: usize): void {
  const bytes = <usize>inner << 2;
  let from = x, to = y;
  for (let i = 0; i < outer; i++, from += bytes) {
    if (bytes >= 1024) for (let j = 0; j < times; j++) memory.copy(to + <usize>j * bytes, from, bytes);
    else repeatBlock(from, bytes, to, <usize>times * bytes);
    to += <usize>times * bytes;
  }
}

/** What is there already is copied, so that short blocks soon become long ones. */
function repeatBlock(from: usize, bytes: usize, to: usize, total: usize): void {
  copy(from, to, bytes);
  for (let done = bytes; done < total; ) {
    const next = min(done, total - done);
    if (next < 256) copy(to, to + done, next);
    else memory.copy(to + done, to, next);
    done += next;
  }
}

/** memory.copy costs more than this for a few hundred bytes. Nothing overlaps. */
@inline
function copy(from: usize, to: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(to + i, v128.load(from + i));
  for (; i < bytes; i += 4) store<u32>(to + i, load<u32>(from + i));
}

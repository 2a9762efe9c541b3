/**
 * Scratch: memory for what a kernel needs between its steps. Every part is asked for where it is laid out, by the very expression that says how
 * long it is, so there is no second place that could say something else. Parts lie one after the other in the block that the
 * host has lent; where that is too short, the host lends another one. All are given back when the host starts the next kernel.
 */

/** Of the host: the address, a multiple of 16, of at least `bytes` more, which stay until the next kernel starts. It throws where there are none. */
@external("env", "lend")
declare function lend(bytes: usize): usize;

let block: usize = 0;
let blockEnd: usize = 0;
let next: usize = 0;
/** Bytes in use in the blocks before this one. */
let elsewhere: usize = 0;
let most: usize = 0;

/** A kernel starts: all of the block is free again. */
export function startKernel(start: usize, bytes: usize): void {
  block = start;
  next = start;
  blockEnd = start + bytes;
  elsewhere = 0;
}

/** A part of `bytes`, aligned to 16. What it holds is whatever lay there. */
export function room(bytes: usize): usize {
  const length = (bytes + 15) & ~15;
  if (length > blockEnd - next) {
    const more = lend(length);
    elsewhere += next - block;
    block = more;
    next = more;
    blockEnd = more + length;
  }
  const at = next;
  next += length;
  most = max(most, elsewhere + next - block);
  return at;
}

/** Where the parts to come begin: for `release`. */
@inline
export function held(): usize {
  return next;
}

/** Frees the parts that were asked for since `held` gave `mark`, so that a kernel may be called many times by another one. */
export function release(mark: usize): void {
  // A block that came later holds nothing older.
  next = mark >= block && mark <= blockEnd ? mark : block;
}

/** The most bytes in use at once since the last call of this. */
export function takeMost(): usize {
  const bytes = most;
  most = 0;
  return bytes;
}

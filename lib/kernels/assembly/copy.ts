/** Copies `bytes`, a multiple of 4. Nothing overlaps. memory.copy costs more than this for a few hundred bytes. */
@inline
export function copy(from: usize, to: usize, bytes: usize): void {
  if (bytes >= 1024) {
    memory.copy(to, from, bytes);
    return;
  }
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) v128.store(to + i, v128.load(from + i));
  for (; i < bytes; i += 4) store<u32>(to + i, load<u32>(from + i));
}

/** The next address that a vector may be loaded from at full speed: a multiple of 16. */
@inline
export function aligned(address: usize): usize {
  return (address + 15) & ~15;
}

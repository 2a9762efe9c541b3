/**
 * Lempel-Ziv-Welch codes of growing width, as GIF89a packs a picture's colour numbers (specification, appendix F). Every string of
 * colours seen gets a code of its own; a string that came before is written as one code.
 */

const widest = 12;
const pixelsPerSlice = 4096;

/** Writes `colours`, each below 2^`bits` (`bits` from 2 to 8), byte by byte. Yields the pixels done, often enough for a page to breathe. */
export function* lzw(
  colours: Uint8Array,
  bits: number,
  write: (byte: number) => void,
): Generator<number, void> {
  const clear = 1 << bits;
  const end = clear + 1;
  const put = packer(write);
  /** The code of a string: its beginning's code, then its last colour. 0 where there is none. */
  const codes = new Uint16Array(1 << (widest + bits));
  let width = bits + 1;
  let next = end + 1;
  put(clear, width);
  let prefix = colours[0]!;
  for (let i = 1; i < colours.length; i++) {
    const place = (prefix << bits) | colours[i]!;
    const known = codes[place]!;
    if (known > 0) prefix = known;
    else {
      put(prefix, width);
      if (next === 1 << widest) {
        put(clear, width);
        codes.fill(0);
        width = bits + 1;
        next = end + 1;
      } else {
        if (next === 1 << width) width++;
        codes[place] = next++;
      }
      prefix = colours[i]!;
    }
    if (i % pixelsPerSlice === 0) yield i;
  }
  put(prefix, width);
  if (next === 1 << width && width < widest) width++;
  put(end, width);
  put(0, 7); // pushes the last byte out
}

/** Lays codes end to end, the lowest bit first. */
function packer(write: (byte: number) => void): (code: number, width: number) => void {
  let waiting = 0;
  let count = 0;
  return (code, width) => {
    waiting |= code << count;
    count += width;
    for (; count >= 8; count -= 8) {
      write(waiting & 255);
      waiting >>>= 8;
    }
  };
}

import type {PictureFacts} from "./picture-facts.js";

/** Of a GIF: its size, and whether it moves. */
export function gifFacts(bytes: Uint8Array): PictureFacts {
  if (bytes.length < 13) return {isCutOff: true, notes: []};
  const pictures = pictureCount(bytes, 13 + tableSize(bytes[10]!));
  return {
    width: bytes[6]! + 256 * bytes[7]!,
    height: bytes[8]! + 256 * bytes[9]!,
    isCutOff: pictures === 0,
    notes: pictures > 1 ? ["it moves, and its first picture is taken"] : [],
  };
}

/** Whole pictures from byte `at` on; two are enough to know. */
function pictureCount(bytes: Uint8Array, at: number): number {
  let count = 0;
  while (at < bytes.length && count < 2) {
    if (bytes[at] === 0x21) at = afterBlocks(bytes, at + 2);
    else if (bytes[at] === 0x2c) {
      at = afterBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0));
      if (at > bytes.length) return count;
      count += 1;
    } else return count;
  }
  return count;
}

/** Bytes of the table of colours that `flags` announces. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Where a row of blocks, each led by its length, has ended; beyond the file if it has not. */
function afterBlocks(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1;
  return at + 1;
}

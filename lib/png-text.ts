/**
 * A text inside a picture: one uncompressed iTXt chunk before IEND (PNG, third edition, 11.3.3.4).
 * Every PNG reader passes over chunks it does not know, so the picture stays an ordinary picture.
 */

const signature = [137, 80, 78, 71, 13, 10, 26, 10];

/** `png` with the UTF-8 `text` under `keyword` (1 to 79 Latin letters). Throws when `png` is not a PNG file. */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array {
  const end = pngChunks(png).find(({type}) => type === "IEND");
  if (!end) throw new Error("invalid PNG: no IEND chunk");
  const payload = new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`);
  const chunk = makeChunk("iTXt", payload);
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, end.start));
  out.set(chunk, end.start);
  out.set(png.subarray(end.start), end.start + chunk.length);
  return out;
}

/** The text under `keyword`, or undefined when the picture has none. Throws when `png` is not a PNG file. */
export function pngText(png: Uint8Array, keyword: string): string | undefined {
  for (const {type, data} of pngChunks(png)) {
    if (type !== "iTXt") continue;
    const text = new TextDecoder().decode(data);
    if (text.startsWith(`${keyword}\0\0\0\0\0`)) return text.slice(keyword.length + 5);
  }
  return undefined;
}

export interface PngChunk {
  readonly type: string;
  /** Where its length stands; it takes 12 bytes more than its data. */
  readonly start: number;
  readonly data: Uint8Array;
  /** Whether its check sum is right. */
  readonly isSound: boolean;
}

/** The chunks of a file, up to bytes at the end that are too few for one. Throws when `png` is not a PNG file, or a chunk is cut short. */
export function pngChunks(png: Uint8Array): PngChunk[] {
  if (signature.some((byte, i) => png[i] !== byte)) throw new Error("invalid PNG: wrong signature");
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found: PngChunk[] = [];
  for (let start = 8; start + 12 <= png.length; ) {
    const length = view.getUint32(start);
    if (start + 12 + length > png.length) throw new Error("invalid PNG: a chunk is cut short");
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8));
    const isSound =
      view.getUint32(start + 8 + length) === crc32(png.subarray(start + 4, start + 8 + length));
    found.push({type, start, data: png.subarray(start + 8, start + 8 + length), isSound});
    start += 12 + length;
  }
  return found;
}

function makeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) chunk[4 + i] = type.charCodeAt(i);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** CRC-32 of ISO 3309, as PNG annex D has it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

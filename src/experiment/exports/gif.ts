/**
 * Animated pictures as GIF89a files (CompuServe, 1990). GIF and not APNG: phones' galleries, messengers and slide programs play it, while of
 * an APNG most show the first picture only. With 256 colours the course's grey pictures stay exact; it is free of patents since 2004, and
 * the encoder here writes in slices and takes a comment, which the small libraries do not.
 */
import {lzw} from "./gif-lzw.js";

export interface GifFrame {
  /** A number of the colour table for each pixel, row by row. */
  readonly colours: Uint8Array;
  /** How long it is shown; GIF counts in hundredths of a second. */
  readonly ms: number;
}

export interface Gif {
  readonly width: number;
  readonly height: number;
  /** At most 256, each 0xRRGGBB. */
  readonly table: readonly number[];
  readonly frames: readonly GifFrame[];
  readonly comment: string;
}

/** The file. Yields the share that is done. */
export function* writeGif(gif: Gif): Generator<number, Uint8Array> {
  const {frames, table, width, height, comment} = gif;
  const bits = Math.max(2, Math.ceil(Math.log2(table.length)));
  const file = new Bytes();
  file.text("GIF89a");
  file.shorts(width, height);
  file.bytes(0xf0 | (bits - 1), 0, 0);
  for (let i = 0; i < 1 << bits; i++) {
    const colour = table[i] ?? 0;
    file.bytes(colour >> 16, (colour >> 8) & 255, colour & 255);
  }
  file.bytes(0x21, 0xff, 11);
  file.text("NETSCAPE2.0");
  file.bytes(3, 1, 0, 0, 0); // again and again
  file.bytes(0x21, 0xfe);
  file.blocks(new TextEncoder().encode(comment));
  for (const [i, frame] of frames.entries()) {
    file.bytes(0x21, 0xf9, 4, 4);
    file.shorts(Math.round(frame.ms / 10));
    file.bytes(0, 0, 0x2c);
    file.shorts(0, 0, width, height);
    file.bytes(0, bits);
    const packed = new Bytes();
    for (const pixels of lzw(frame.colours, bits, (byte) => packed.bytes(byte)))
      yield (i + pixels / frame.colours.length) / frames.length;
    file.blocks(packed.all());
    yield (i + 1) / frames.length;
  }
  file.bytes(0x3b);
  return file.all();
}

/** The first comment in a GIF file, or undefined when there is none. Throws when `gif` is no GIF file. */
export function gifComment(gif: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(gif.subarray(0, 6));
  if (head !== "GIF89a") throw new Error(`invalid GIF: it begins with ${JSON.stringify(head)}`);
  const tableBytes = gif[10]! & 0x80 ? 3 << ((gif[10]! & 7) + 1) : 0;
  for (let at = 13 + tableBytes; gif[at] === 0x21; ) {
    const isComment = gif[at + 1] === 0xfe;
    const parts: number[] = [];
    for (at += 2; gif[at]! > 0; at += gif[at]! + 1)
      parts.push(...gif.subarray(at + 1, at + 1 + gif[at]!));
    if (isComment) return new TextDecoder().decode(Uint8Array.from(parts));
    at++;
  }
  return undefined;
}

/** A file that grows. */
class Bytes {
  #data = new Uint8Array(1 << 16);
  #length = 0;

  bytes(...values: number[]): void {
    for (const value of values) {
      if (this.#length === this.#data.length) this.#grow(1);
      this.#data[this.#length++] = value;
    }
  }

  shorts(...values: number[]): void {
    for (const value of values) this.bytes(value & 255, value >> 8);
  }

  text(letters: string): void {
    for (const letter of letters) this.bytes(letter.charCodeAt(0));
  }

  /** In blocks of at most 255 bytes, each after its length; an empty one ends them. */
  blocks(data: Uint8Array): void {
    for (let start = 0; start < data.length; start += 255) {
      const block = data.subarray(start, start + 255);
      this.bytes(block.length);
      if (this.#length + block.length > this.#data.length) this.#grow(block.length);
      this.#data.set(block, this.#length);
      this.#length += block.length;
    }
    this.bytes(0);
  }

  all(): Uint8Array {
    return this.#data.subarray(0, this.#length);
  }

  #grow(by: number): void {
    const larger = new Uint8Array(2 * this.#data.length + by);
    larger.set(this.#data);
    this.#data = larger;
  }
}

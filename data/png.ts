/** Grey or coloured pictures as a PNG file (PNG, third edition), for the sheets that scripts leave behind. */
import {deflateSync} from "node:zlib";
import type {ByteImages} from "../lib/image.js";
import {crc32} from "../src/experiment/exports/png-text.js";

/** A sheet of `columns` pictures a row, each pixel `scale` wide, with `gap` black pixels between them. */
export function sheetPng(images: ByteImages, columns: number, scale: number, gap = 4): Uint8Array {
  const [count, side, , channels] = images.shape;
  const cell = side * scale + gap;
  const width = columns * cell + gap;
  const height = Math.ceil(count / columns) * cell + gap;
  const pixels = new Uint8Array(width * height * channels);
  for (let i = 0; i < count; i++)
    for (let y = 0; y < side * scale; y++)
      for (let x = 0; x < side * scale; x++) {
        const from = (i * side + Math.floor(y / scale)) * side + Math.floor(x / scale);
        const left = gap + (i % columns) * cell + x;
        const top = gap + Math.floor(i / columns) * cell + y;
        const pixel = images.data.subarray(from * channels, (from + 1) * channels);
        pixels.set(pixel, (top * width + left) * channels);
      }
  return pngOf(pixels, width, height, channels);
}

/** `channels` is 1 for grey and 3 for colour. */
function pngOf(pixels: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const rows = Buffer.concat(
    Array.from({length: height}, (_, y) =>
      filtered(
        pixels.subarray(y * stride, (y + 1) * stride),
        pixels.subarray(Math.max(0, y - 1) * stride, y * stride),
        channels,
      ),
    ),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 3 ? 2 : 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, {level: 9})),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

/** A row as the difference to its left (filter 1), or to the row above where that is the same (2, all zeros): each pixel
 * takes several rows and columns, so both leave mostly zeros. */
function filtered(row: Uint8Array, above: Uint8Array, channels: number): Uint8Array {
  if (Buffer.compare(row, above) === 0) return Uint8Array.of(2, ...new Uint8Array(row.length));
  return Uint8Array.of(1, ...row.map((value, x) => value - (row[x - channels] ?? 0)));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

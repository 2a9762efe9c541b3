/** Grey or coloured pictures as a PNG file (PNG, third edition), for the sheets that scripts leave behind. */
import {deflateSync} from "node:zlib";
import type {ByteImages} from "../lib/image.js";
import {crc32} from "../lib/png-text.js";
import {indicesOf, paletteOf} from "./palette.js";

/** A sheet of `columns` pictures a row, each pixel `scale` wide, with `gap` black pixels between them. */
export function sheetPng(images: ByteImages, columns: number, scale: number, gap = 4): Uint8Array {
  const {data, shape} = sheet(images, columns, scale, gap);
  return pngOf(data, shape[2], shape[1], shape[3]);
}

/** The pixels of such a sheet [1, h, w, c]. */
export function sheet(images: ByteImages, columns: number, scale: number, gap: number): ByteImages {
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
  return {data: pixels, shape: [1, height, width, channels]};
}

/** A coloured picture [1, h, w, 3] in so many colours, at most 256 (palette.ts): a third to a sixth of the bytes. */
export function palettePng(
  {data, shape: [, height, width]}: ByteImages,
  colours: number,
): Uint8Array {
  const palette = paletteOf(data, colours);
  const rows = rowsOf(indicesOf(data, palette), width, (row) => Uint8Array.of(0, ...row));
  return fileOf(headerOf(width, height, 3), rows, [chunk("PLTE", palette)]);
}

/** `channels` is 1 for grey and 3 for colour. */
function pngOf(pixels: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const rows = rowsOf(pixels, width * channels, (row, above) => filtered(row, above, channels));
  return fileOf(headerOf(width, height, channels === 3 ? 2 : 0), rows);
}

/** Of every row and the one above it, which is empty for the first. */
function rowsOf(
  bytes: Uint8Array,
  stride: number,
  filter: (row: Uint8Array, above: Uint8Array) => Uint8Array,
): Buffer {
  const rowAt = (y: number) => bytes.subarray(Math.max(0, y) * stride, (y + 1) * stride);
  return Buffer.concat(
    Array.from({length: bytes.length / stride}, (_, y) => filter(rowAt(y), rowAt(y - 1))),
  );
}

/** A byte for each channel; `colourType` is 0 for grey, 2 for colour and 3 for a palette. */
function headerOf(width: number, height: number, colourType: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  return header;
}

function fileOf(header: Buffer, rows: Buffer, more: readonly Buffer[] = []): Buffer {
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    ...more,
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

/**
 * Reads a PNG file (PNG, third edition) as RGBA: 8 bits a channel, or a palette of 1 to 8 bits, not interlaced. That is what emoji come as;
 * anything else is refused.
 */
import {inflateSync} from "node:zlib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, [height, width, 4]. Colour is not multiplied by alpha. */
  readonly data: Uint8Array;
}

/** Channels by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const channelsOf: Readonly<Record<number, number>> = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4};

export function readPng(file: Uint8Array): Pixels {
  const chunks = chunksOf(Buffer.from(file));
  const header = chunks.find(({type}) => type === "IHDR")!.data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits, colourType, , , interlaced] = header.subarray(8) as unknown as number[];
  const channels = channelsOf[colourType!];
  if (!channels || interlaced !== 0 || (bits !== 8 && colourType !== 3))
    throw new RangeError(
      `invalid PNG: colour type ${colourType}, ${bits} bits, interlaced ${interlaced} (8 bits or a palette, not interlaced)`,
    );
  const body = chunks.filter(({type}) => type === "IDAT").map(({data}) => data);
  const stride = Math.ceil((width * channels * bits!) / 8);
  const rows = unfiltered(
    inflateSync(Buffer.concat(body)),
    stride,
    Math.ceil((channels * bits!) / 8),
  );
  const named = (wanted: string) => chunks.find(({type}) => type === wanted)?.data;
  const table = {palette: named("PLTE"), alpha: named("tRNS")};
  const data = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const row = rows.subarray(Math.floor(i / width) * stride);
    data.set(rgba(row, i % width, {colourType: colourType!, bits: bits!, ...table}), 4 * i);
  }
  return {width, height, data};
}

interface Colours {
  readonly colourType: number;
  readonly bits: number;
  readonly palette: Buffer | undefined;
  readonly alpha: Buffer | undefined;
}

/** The pixel at column `x` of a row. */
function rgba(row: Buffer, x: number, {colourType, bits, palette, alpha}: Colours): number[] {
  const at = (k: number, channels: number) => row[x * channels + k]!;
  switch (colourType) {
    case 0:
      return [at(0, 1), at(0, 1), at(0, 1), 255];
    case 2:
      return [at(0, 3), at(1, 3), at(2, 3), 255];
    case 4:
      return [at(0, 2), at(0, 2), at(0, 2), at(1, 2)];
    case 6:
      return [at(0, 4), at(1, 4), at(2, 4), at(3, 4)];
    default: {
      const place = x * bits;
      const index = (row[place >> 3]! >> (8 - bits - (place & 7))) & ((1 << bits) - 1);
      return [...palette!.subarray(3 * index, 3 * index + 3), alpha?.[index] ?? 255];
    }
  }
}

function chunksOf(file: Buffer): readonly {readonly type: string; readonly data: Buffer}[] {
  if (file.readUInt32BE(0) !== 0x89504e47) throw new RangeError("invalid PNG: another signature");
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    chunks.push({type, data: file.subarray(at + 8, at + 8 + length)});
    at += length + 12;
  }
  return chunks;
}

/** Rows of `stride` bytes without the byte that names their filter, and with the filter undone; `back` bytes make a pixel. */
function unfiltered(raw: Buffer, stride: number, back: number): Buffer {
  const count = raw.length / (stride + 1);
  const rows = Buffer.alloc(count * stride);
  for (let y = 0; y < count; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const left = x >= back ? rows[y * stride + x - back]! : 0;
      const above = y > 0 ? rows[(y - 1) * stride + x]! : 0;
      const corner = x >= back && y > 0 ? rows[(y - 1) * stride + x - back]! : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return rows;
}

/** Whichever of the three is nearest to left + above - corner. */
function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  if (a! <= b! && a! <= c!) return left;
  return b! <= c! ? above : corner;
}

/**
 * The IDX format (LeCun, MNIST): bytes 0, 0, 8 (unsigned byte), the number of dimensions, each dimension as a big-endian
 * 32-bit integer, then the values, row-major.
 */

/** Bytes with their shape, e.g. [n] labels or [n, h, w] pictures. */
export interface ByteArray {
  readonly data: Uint8Array;
  readonly shape: readonly number[];
}

/** Reads the array that begins at `offset`; `end` is where it stops. `data` shares the buffer of `bytes`. Throws a
 * RangeError when the header or the length is wrong. */
export function readIdx(bytes: Uint8Array, offset = 0): ByteArray & {readonly end: number} {
  const shape = readShape(bytes, offset);
  const start = offset + 4 + 4 * shape.length;
  const end = start + sizeOf(shape);
  if (end > bytes.length)
    throw new RangeError(
      `invalid idx length: ${bytes.length} bytes (at least ${end} for ${shape})`,
    );
  return {data: bytes.subarray(start, end), shape, end};
}

function readShape(bytes: Uint8Array, offset: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = offset + 4 <= bytes.length ? view.getUint32(offset) : Number.NaN;
  const dimensions = magic - 0x0800;
  if (!(dimensions >= 1 && dimensions <= 4) || offset + 4 + 4 * dimensions > bytes.length)
    throw new RangeError(`invalid idx header: ${magic} at byte ${offset} (2049 to 2052)`);
  return Array.from({length: dimensions}, (_, i) => view.getUint32(offset + 4 + 4 * i));
}

/** The bytes of `array` in this format. */
export function writeIdx({data, shape}: ByteArray): Uint8Array {
  if (data.length !== sizeOf(shape))
    throw new RangeError(`invalid length: ${data.length} (${sizeOf(shape)} for shape ${shape})`);
  const bytes = new Uint8Array(4 + 4 * shape.length + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + shape.length);
  for (const [i, length] of shape.entries()) view.setUint32(4 + 4 * i, length);
  bytes.set(data, 4 + 4 * shape.length);
  return bytes;
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

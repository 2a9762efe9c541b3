/**
 * Named arrays as one block of bytes, for weights that come as a file. Little-endian:
 *
 *     header length (uint32) | header (JSON: [{name, type, shape}, ...]) | padding to 4 | values, each padded to 4
 */
import type {NamedArrays, NdArray} from "../array.js";

const arrayTypes = {
  float32: Float32Array,
  uint8: Uint8Array,
  int32: Int32Array,
  uint32: Uint32Array,
} as const;

interface Entry {
  readonly name: string;
  readonly type: keyof typeof arrayTypes;
  readonly shape: readonly number[];
}

export function packArrays(arrays: NamedArrays): Uint8Array {
  const entries = Object.entries(arrays).map(([name, {data, shape}]): Entry => {
    return {name, type: typeOf(data), shape};
  });
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const blocks = Object.values(arrays).map(({data}) => bytesOf(data));
  const start = 4 + padded(header.length);
  const packed = new Uint8Array(blocks.reduce((sum, {length}) => sum + padded(length), start));
  new DataView(packed.buffer).setUint32(0, header.length, true);
  packed.set(header, 4);
  let offset = start;
  for (const block of blocks) {
    packed.set(block, offset);
    offset += padded(block.length);
  }
  return packed;
}

/** Copies of the arrays in `bytes`. Throws a RangeError when the bytes are not what `packArrays` wrote. */
export function unpackArrays(bytes: Uint8Array): NamedArrays {
  const {entries, start} = readHeader(bytes);
  let offset = start;
  const arrays = entries.map(({name, type, shape}): [string, NdArray] => {
    const kind = arrayTypes[type];
    const length = shape.reduce((product, side) => product * side, 1);
    const block = bytes.slice(offset, offset + length * kind.BYTES_PER_ELEMENT);
    offset += padded(block.length);
    if (block.length !== length * kind.BYTES_PER_ELEMENT)
      throw new RangeError(`packed arrays end inside "${name}": ${bytes.length} bytes`);
    return [name, {data: new kind(block.buffer), shape}];
  });
  if (offset !== bytes.length)
    throw new RangeError(`packed arrays are ${offset} bytes long, the file ${bytes.length}`);
  return Object.fromEntries(arrays);
}

function readHeader(bytes: Uint8Array): {readonly entries: readonly Entry[]; start: number} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < 4 ? Number.POSITIVE_INFINITY : view.getUint32(0, true);
  if (4 + length > bytes.length)
    throw new RangeError(`packed arrays end inside their header: ${bytes.length} bytes`);
  const entries = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Entry[];
  return {entries, start: 4 + padded(length)};
}

function typeOf(data: NdArray["data"]): Entry["type"] {
  const types = Object.keys(arrayTypes) as Entry["type"][];
  return types.find((type) => data instanceof arrayTypes[type])!;
}

function bytesOf({buffer, byteOffset, byteLength}: NdArray["data"]): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/**
 * A JSON header and named arrays in one buffer: how checkpoints are stored and recorded runs are shipped.
 * Layout: "FNB1", header length (uint32, little-endian), UTF-8 JSON `{header, arrays: [name, type, shape, offset][]}`,
 * zero padding to 8 bytes, then the arrays, each at a multiple of 8 bytes from there. Arrays of the same bytes lie in one place.
 */
import type {NamedArrays, NdArray} from "./array.js";

const types = {float32: Float32Array, uint8: Uint8Array, int32: Int32Array, uint32: Uint32Array};
type TypeName = keyof typeof types;
type Entry = readonly [name: string, type: TypeName, shape: readonly number[], offset: number];

const magic = 0x31424e46; // "FNB1"

/** Packs `header`, which must be JSON, and `arrays`. */
export function packBundle(header: unknown, arrays: NamedArrays): Uint8Array<ArrayBuffer> {
  let offset = 0;
  const placed: {readonly bytes: Uint8Array; readonly at: number}[] = [];
  const placeOf = (bytes: Uint8Array): number => {
    const same = placed.find((each) => isSame(each.bytes, bytes));
    if (same) return same.at;
    const at = offset;
    placed.push({bytes, at});
    offset += align(bytes.length);
    return at;
  };
  const entries = Object.entries(arrays).map(
    ([name, array]): Entry => [name, typeName(array), array.shape, placeOf(bytesOf(array))],
  );
  const json = new TextEncoder().encode(JSON.stringify({header, arrays: entries}));
  const start = align(8 + json.length);
  const packed = new Uint8Array(start + offset);
  new DataView(packed.buffer).setUint32(0, magic, true);
  new DataView(packed.buffer).setUint32(4, json.length, true);
  packed.set(json, 8);
  for (const {bytes, at} of placed) packed.set(bytes, start + at);
  return packed;
}

/** Reads what `packBundle` made; the arrays are copies. Throws a RangeError when the bytes are no whole bundle. */
export function unpackBundle(bytes: Uint8Array): {
  readonly header: unknown;
  readonly arrays: NamedArrays;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== magic)
    throw new RangeError("invalid bundle: it does not start with FNB1");
  const length = view.getUint32(4, true);
  if (8 + length > bytes.length) throw new RangeError("invalid bundle: its header is cut short");
  const {header, arrays} = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const start = align(8 + length);
  const read = (arrays as Entry[]).map(
    ([name, type, shape, at]) => [name, readArray(bytes, name, type, shape, start + at)] as const,
  );
  return {header, arrays: Object.fromEntries(read)};
}

function readArray(
  bytes: Uint8Array,
  name: string,
  type: TypeName,
  shape: readonly number[],
  from: number,
): NdArray {
  const Type = Object.hasOwn(types, type) ? types[type] : undefined;
  if (!Type) throw new RangeError(`invalid bundle: unknown type ${type} of ${name}`);
  const count = shape.reduce((product, size) => product * size, 1);
  const to = from + count * Type.BYTES_PER_ELEMENT;
  if (!(to <= bytes.length)) throw new RangeError(`invalid bundle: ${name} is cut short`);
  // A copy even of a Node Buffer, whose `slice` would share memory.
  return {data: new Type(new Uint8Array(bytes.subarray(from, to)).buffer), shape};
}

function bytesOf({data}: NdArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function typeName({data}: NdArray): TypeName {
  return (Object.keys(types) as TypeName[]).find((name) => data instanceof types[name])!;
}

function align(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

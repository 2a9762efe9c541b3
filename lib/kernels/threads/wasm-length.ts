/** An unsigned LEB128 number at `at`, and the index behind it. */
export function lengthAt(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let i = at, shift = 0; i < bytes.length; i++, shift += 7) {
    value |= (bytes[i]! & 0x7f) << shift;
    if (bytes[i]! < 0x80) return [value, i + 1];
  }
  throw new Error("invalid wasm: cut short");
}

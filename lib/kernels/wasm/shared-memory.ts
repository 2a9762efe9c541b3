/**
 * The compiled module imports an ordinary memory. TF.js's threaded build, used where the page is isolated from other
 * origins, has a shared one, which a module must ask for by name. The two differ in three bytes of the import, so one binary
 * serves both (WebAssembly core specification, 5.3.8 and 5.5.5; threads proposal, "limits").
 */
import {lengthAt} from "../threads/wasm-length.js";

const importSection = 2;
const memoryImport = 2;

/** Limits of an import that takes any shared memory: flags "shared" and "has a maximum", least 0, most 65536 pages. */
const anyShared = [0x03, 0x00, 0x80, 0x80, 0x04];

/** The same module for a shared memory. `binary` imports one memory and nothing else. */
export function forSharedMemory(binary: Uint8Array): Uint8Array {
  let at = 8;
  while (at < binary.length && binary[at] !== importSection) {
    const [size, start] = lengthAt(binary, at + 1);
    at = start + size;
  }
  if (at >= binary.length) throw new Error("invalid kernels: they import no memory");
  const [size, start] = lengthAt(binary, at + 1);
  const end = start + size;
  const section = binary.subarray(start, end);
  // The section's last three bytes: what is imported, its flags and its least size.
  if (section.at(-3) !== memoryImport || section.at(-2) !== 0)
    throw new Error("invalid kernels: they import something other than one unshared memory");
  const body = [...section.subarray(0, -2), ...anyShared];
  return Uint8Array.from([
    ...binary.subarray(0, at + 1),
    ...lengthBytes(body.length),
    ...body,
    ...binary.subarray(end),
  ]);
}

function lengthBytes(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...lengthBytes(value >> 7)];
}

/**
 * TF.js's SIMD build of its wasm back end has a memory of its own. One byte of the binary says that nobody else sees it; with another one it
 * is shared, and the code, so every bit of what it computes, stays the same (WebAssembly core specification, 5.5.8; threads proposal, "limits").
 */
import {lengthAt} from "./wasm-length.js";

const memorySection = 5;
const ownWithMaximum = 0x01;
const sharedWithMaximum = 0x03;

/** The same module with a shared memory. Throws an Error where it has no memory of its own with a maximum. */
export function withSharedMemory(binary: Uint8Array): Uint8Array<ArrayBuffer> {
  for (let at = 8; at < binary.length; ) {
    const [size, start] = lengthAt(binary, at + 1);
    if (binary[at] === memorySection) return shared(binary, start);
    at = start + size;
  }
  throw new Error("invalid wasm: it has no memory of its own");
}

/** Of one memory, whose flags stand behind the count of memories. */
function shared(binary: Uint8Array, start: number): Uint8Array<ArrayBuffer> {
  const [count, flags] = [binary[start], binary[start + 1]];
  if (count !== 1 || flags !== ownWithMaximum)
    throw new Error(`invalid wasm: its memory can't be shared (flags ${flags}, 1 expected)`);
  const copy = Uint8Array.from(binary);
  copy[start + 1] = sharedWithMaximum;
  return copy;
}

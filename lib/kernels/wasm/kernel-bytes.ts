import {packed} from "./binary.js";

/** The compiled kernels. They are inlined compressed, since base64 text can no longer be compressed well. */
export async function kernelBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = unpacked.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read())
    chunks.push(part.value);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

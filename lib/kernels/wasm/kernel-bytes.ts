import {packed} from "./binary.js";

/** The compiled kernels. They are inlined compressed, since base64 text can no longer be compressed well. */
export async function kernelBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

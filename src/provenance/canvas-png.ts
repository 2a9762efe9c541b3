/** The bytes of a PNG file of what is on a canvas. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The browser could not make a PNG of the picture.");
  return new Uint8Array(await blob.arrayBuffer());
}

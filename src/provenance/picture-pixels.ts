import type {RgbaPicture} from "../lib/provenance/pixel-comparison.js";

/** Some 60 MB as pixels: more than any picture that the course saves. */
const mostPixels = 16e6;

/** The pixels of a PNG file as they stand in it, without the colours of this screen. Rejects for one that the browser cannot draw. */
export async function pixelsOf(png: Blob): Promise<RgbaPicture> {
  const [width, height] = await sizeOf(png);
  if (width * height > mostPixels)
    throw new RangeError(
      `invalid picture: ${width} by ${height} (at most ${mostPixels / 1e6} million pixels)`,
    );
  const options = {premultiplyAlpha: "none", colorSpaceConversion: "none"} as const;
  const bitmap = await createImageBitmap(png, options);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  const context = canvas.getContext("2d", {willReadFrequently: true})!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const {data} = context.getImageData(0, 0, canvas.width, canvas.height);
  return {width: canvas.width, height: canvas.height, data};
}

/** Of the picture that a canvas shows, by the same way through a file as one that was saved. */
export async function pixelsOfCanvas(canvas: HTMLCanvasElement): Promise<RgbaPicture> {
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!png) throw new Error("The browser could not make a PNG of the picture.");
  return pixelsOf(png);
}

/** Width and height stand at the head of every PNG file (third edition, 11.2.1). */
async function sizeOf(png: Blob): Promise<readonly [width: number, height: number]> {
  const head = new DataView(await png.slice(16, 24).arrayBuffer());
  if (head.byteLength < 8) throw new RangeError("invalid picture: no whole PNG file");
  return [head.getUint32(0), head.getUint32(4)];
}

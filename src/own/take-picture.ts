/** A file, or what a camera sees, as a small grey picture; or why not, in words. The only place where the browser decodes. */
import {ownSide} from "../lib/datasets/own/own-set.js";
import {readPictureHeader} from "../lib/datasets/own/picture-header.js";
import {refusalOf, tooLong, undecodable} from "../lib/datasets/own/picture-refusal.js";
import {type Fitting, isTransparent, placing, smallGrey} from "../lib/pipeline/fit-picture.js";

/** Pixels along an edge to which the browser brings a picture, before ours are made of it: eight for each. */
const decodedSide = 8 * ownSide;

export interface TakeOptions {
  readonly fit: Fitting;
  /** Dark becomes light. */
  readonly turned: boolean;
}

export type Taken =
  | {readonly pixels: Uint8Array; readonly notes: readonly string[]}
  | {readonly refusal: string};

/** Never rejects: whatever is wrong with a file is a refusal. */
export async function takeFile(file: Blob, options: TakeOptions): Promise<Taken> {
  const long = tooLong(file.size);
  if (long) return {refusal: long};
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  if (!bytes) return {refusal: "it can't be opened any more. Choose it again"};
  const header = readPictureHeader(bytes);
  const refusal = refusalOf(header);
  if (refusal) return {refusal};
  try {
    // The type is left out, so that the name cannot lie about what is in it.
    const bitmap = await createImageBitmap(new Blob([bytes]), {imageOrientation: "from-image"});
    const taken = takeSource(bitmap, bitmap, options);
    bitmap.close();
    return "pixels" in taken ? {...taken, notes: header.notes} : taken;
  } catch {
    return {refusal: undecodable(header)};
  }
}

/** What the browser can draw, made small. */
export function takeSource(
  source: CanvasImageSource,
  size: {readonly width: number; readonly height: number},
  {fit, turned}: TakeOptions,
): Taken {
  const {from, to} = placing(size, decodedSide, fit);
  const canvas = new OffscreenCanvas(decodedSide, decodedSide);
  const context = canvas.getContext("2d", {willReadFrequently: true})!;
  context.imageSmoothingQuality = "high";
  context.drawImage(
    source,
    ...([from.x, from.y, from.width, from.height] as const),
    ...([to.x, to.y, to.width, to.height] as const),
  );
  const rgba = {data: context.getImageData(0, 0, decodedSide, decodedSide).data, side: decodedSide};
  if (isTransparent(rgba))
    return {refusal: "nothing can be seen: every pixel is transparent. Save it with a background"};
  return {pixels: smallGrey(rgba, ownSide, turned), notes: []};
}

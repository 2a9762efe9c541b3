/** A file, or what a camera sees, as a small picture; or why not, in words. The only place where the browser decodes. */
import {ownSide} from "../lib/datasets/own/own-set.js";
import {readPictureHeader} from "../lib/datasets/own/picture-header.js";
import {refusalOf, tooLong, undecodable} from "../lib/datasets/own/picture-refusal.js";
import {
  type Fitting,
  isTransparent,
  placing,
  type Rgba,
  smallColour,
  smallGrey,
} from "../lib/pipeline/fit-picture.js";

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

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Grey, as experiments learn from it. Never rejects: whatever is wrong with a file is a refusal. */
export function takeFile(file: Blob, options: TakeOptions): Promise<Taken> {
  return takeOpened(file, (bitmap) => takeSource(bitmap, bitmap, options));
}

/** The middle of a file's picture in colour, [side, side, 3]. Never rejects. */
export function takeInColour(file: Blob, side: number): Promise<Taken> {
  return takeOpened(file, (bitmap) =>
    takenOf(squareOf(bitmap, bitmap, "cut"), (rgba) => smallColour(rgba, side)),
  );
}

async function takeOpened(file: Blob, take: (bitmap: ImageBitmap) => Taken): Promise<Taken> {
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
    const taken = take(bitmap);
    bitmap.close();
    return "pixels" in taken ? {...taken, notes: header.notes} : taken;
  } catch {
    return {refusal: undecodable(header)};
  }
}

/** What the browser can draw, small and grey. */
export function takeSource(
  source: CanvasImageSource,
  size: Size,
  {fit, turned}: TakeOptions,
): Taken {
  return takenOf(squareOf(source, size, fit), (rgba) => smallGrey(rgba, ownSide, turned));
}

function takenOf(rgba: Rgba, make: (rgba: Rgba) => Uint8Array): Taken {
  if (isTransparent(rgba))
    return {refusal: "nothing can be seen: every pixel is transparent. Save it with a background"};
  return {pixels: make(rgba), notes: []};
}

/** What the browser can draw, as a square. */
function squareOf(source: CanvasImageSource, size: Size, fit: Fitting): Rgba {
  const {from, to} = placing(size, decodedSide, fit);
  const canvas = new OffscreenCanvas(decodedSide, decodedSide);
  const context = canvas.getContext("2d", {willReadFrequently: true})!;
  context.imageSmoothingQuality = "high";
  context.drawImage(
    source,
    ...([from.x, from.y, from.width, from.height] as const),
    ...([to.x, to.y, to.width, to.height] as const),
  );
  return {data: context.getImageData(0, 0, decodedSide, decodedSide).data, side: decodedSide};
}

/**
 * Two pictures, pixel by pixel: in how many they differ, by how much, and where.
 *
 *     difference of a pixel = max over its channels of |a - b|,  0 to 255
 *
 * Pixels are RGBA, [height, width, 4], colour not multiplied by alpha. Where both are wholly transparent there is nothing to see, and no
 * difference.
 */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

export type PixelComparison = OtherSize | SameSize;

/** Pictures of two sizes have no pixels in common to compare. */
export interface OtherSize {
  readonly kind: "other-size";
  /** Width and height. */
  readonly sizes: readonly [a: readonly [number, number], b: readonly [number, number]];
}

export interface SameSize {
  readonly kind: "same-size";
  readonly pixels: number;
  /** Pixels that differ. */
  readonly differing: number;
  /** The largest difference of a pixel, 0 to 255. */
  readonly largest: number;
  /** The smallest rectangle around all that differ, in pixels from the upper left corner; undefined where none do. */
  readonly within?: Rectangle;
  /** The difference of each pixel, [height, width]. */
  readonly differences: Uint8Array;
}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Throws a RangeError for data that does not fit its size. */
export function comparePixels(a: RgbaPicture, b: RgbaPicture): PixelComparison {
  for (const picture of [a, b]) checkPicture(picture);
  const {width, height} = a;
  if (width !== b.width || height !== b.height)
    return {
      kind: "other-size",
      sizes: [
        [width, height],
        [b.width, b.height],
      ],
    };
  const differences = new Uint8Array(width * height);
  for (let i = 0; i < differences.length; i++) differences[i] = differenceAt(a.data, b.data, 4 * i);
  const within = rectangleOf(differences, width);
  return {
    kind: "same-size",
    pixels: differences.length,
    differing: differences.reduce((count, each) => count + Math.sign(each), 0),
    largest: differences.reduce((most, each) => Math.max(most, each), 0),
    ...(within && {within}),
    differences,
  };
}

function checkPicture({width, height, data}: RgbaPicture): void {
  if (data.length !== 4 * width * height)
    throw new RangeError(
      `invalid picture: ${data.length} values of ${width} by ${height} pixels (four a pixel)`,
    );
}

function differenceAt(a: ArrayLike<number>, b: ArrayLike<number>, at: number): number {
  if (a[at + 3] === 0 && b[at + 3] === 0) return 0;
  let most = 0;
  for (let c = at; c < at + 4; c++) most = Math.max(most, Math.abs(a[c]! - b[c]!));
  return most;
}

function rectangleOf(differences: Uint8Array, width: number): Rectangle | undefined {
  let [left, right, top, bottom] = [width, -1, -1, -1];
  for (const [i, each] of differences.entries()) {
    if (each === 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    if (top < 0) top = y;
    bottom = y;
    left = Math.min(left, x);
    right = Math.max(right, x);
  }
  if (top < 0) return undefined;
  return {left, top, width: right - left + 1, height: bottom - top + 1};
}

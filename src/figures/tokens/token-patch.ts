/** Tokens as pictures: the middle of what a decoder draws where an entry stands. */

/** Tokens along each edge of a picture. */
export const gridSide = 7;
/** The places of a picture's tokens, row by row. */
export const tokenPlaces: readonly number[] = [...Array(gridSide * gridSide).keys()];

/** Pixels of a patch along each edge, and of the token in its middle. */
export const patchSide = 8;
const tokenSide = 4;
const margin = (patchSide - tokenSide) / 2;

/** The token of entry `index` of a strip of patches at (x, y), each pixel `scale` device pixels wide. */
export function drawTokenPatch(
  context: CanvasRenderingContext2D,
  strip: HTMLCanvasElement,
  index: number,
  x: number,
  y: number,
  scale: number,
): void {
  const size = tokenSide * scale;
  const top = index * patchSide + margin;
  context.imageSmoothingEnabled = false;
  context.drawImage(strip, margin, top, tokenSide, tokenSide, x, y, size, size);
}

/** PSNR in decibel of two pictures, lists of bytes of the same length. */
export function psnr(truth: number[], made: number[]): number {
  return 0;
}

/** Rows of pixels of rows of places, each with factor² numbers. */
export function shuffle(depths: number[][][], factor: number): number[][] {
  return [];
}

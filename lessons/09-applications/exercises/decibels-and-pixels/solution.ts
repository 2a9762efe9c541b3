/** PSNR in decibel of two pictures, lists of bytes of the same length. */
export function psnr(truth: number[], made: number[]): number {
  let sum = 0;
  for (let i = 0; i < truth.length; i++) sum += (truth[i]! - made[i]!) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / truth.length));
}

/** Rows of pixels of rows of places, each with factor² numbers. */
export function shuffle(depths: number[][][], factor: number): number[][] {
  return Array.from({length: factor * depths.length}, (_, y) =>
    Array.from({length: factor * depths[0]!.length}, (_, x) => {
      const place = depths[Math.floor(y / factor)]![Math.floor(x / factor)]!;
      return place[factor * (y % factor) + (x % factor)]!;
    }),
  );
}

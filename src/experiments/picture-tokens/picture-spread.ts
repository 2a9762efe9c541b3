/** How much written pictures differ from each other, and mended ones from the real one. Pixels count from 0 to 1. */
import type {ByteImages} from "../../lib/image.js";

/** The variance of a pixel over the pictures, a mean over all pixels. */
export function pixelVariance({data, shape: [count]}: ByteImages): number {
  const size = data.length / count!;
  let sum = 0;
  for (let pixel = 0; pixel < size; pixel++) {
    const values = Array.from({length: count!}, (_, i) => data[i * size + pixel]! / 255);
    const mean = values.reduce((total, value) => total + value, 0) / count!;
    sum += values.reduce((total, value) => total + (value - mean) ** 2, 0) / count!;
  }
  return sum / size;
}

/** The squared differences from `real` in the upper 16 of 28 rows: a sum over those, a mean over the `mended` pictures. */
export function missed(mended: ByteImages, real: ByteImages): number {
  const size = real.data.length;
  const part = (16 / 28) * size;
  let sum = 0;
  for (const [at, value] of mended.data.entries())
    if (at % size < part) sum += ((value - real.data[at % size]!) / 255) ** 2;
  return (sum * size) / mended.data.length;
}

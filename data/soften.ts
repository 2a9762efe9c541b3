/**
 * Changes to training pictures that leave their labels true: some are softened, as a decoder's drawings are soft, and all get a
 * little noise. A judge that only ever saw crisp pictures would take softness for a change of the face.
 */
import type {ByteImages} from "../lib/image.js";
import type {Random} from "../lib/random.js";

export interface Softening {
  /** Share of the pictures that are softened, each by a random part of its mean over 3 x 3 pixels. */
  readonly share: number;
  /** Standard deviation of the noise, white to black being 2. */
  readonly noise: number;
}

/** The pictures at `indices`, each changed by chance, as floats in [-1, 1]. [indices.length, h, w, c] */
export function softenedBatch(
  {data, shape}: ByteImages,
  indices: Uint32Array,
  {share, noise}: Softening,
  random: Random,
): Float32Array {
  const [, h, w, c] = shape;
  const size = h * w * c;
  const batch = new Float32Array(indices.length * size);
  indices.forEach((index, i) => {
    const picture = Float32Array.from(
      data.subarray(index * size, (index + 1) * size),
      (byte) => byte / 127.5 - 1,
    );
    const part = random.uniform(0, 1) < share ? random.uniform(0, 1) : 0;
    const soft = part > 0 ? boxMean(picture, h, w, c) : picture;
    for (let j = 0; j < size; j++)
      batch[i * size + j] = (1 - part) * picture[j]! + part * soft[j]! + noise * random.normal();
  });
  return batch;
}

/** Each pixel's mean over the 3 x 3 around it, at the edges over those that there are. [h, w, c] */
export function boxMean(picture: Float32Array, h: number, w: number, c: number): Float32Array {
  const mean = new Float32Array(picture.length);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let k = 0; k < c; k++) {
        let [sum, count] = [0, 0];
        for (let v = Math.max(0, y - 1); v <= Math.min(h - 1, y + 1); v++)
          for (let u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++) {
            sum += picture[(v * w + u) * c + k]!;
            count++;
          }
        mean[(y * w + x) * c + k] = sum / count;
      }
  return mean;
}

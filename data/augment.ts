/** Small changes to training pictures that leave their label true: shifts, and for clothes the mirror image. */
import type {ByteImages} from "../lib/image.js";
import type {Random} from "../lib/random.js";

export interface Augmentation {
  /** Pixels by which a picture is moved at most, each way; what comes in is black. */
  readonly shift: number;
  readonly mirror: boolean;
}

/** The pictures at `indices` of `images` (grey), each changed by chance, as floats in [-1, 1]. [indices.length, h, w, 1] */
export function augmentedBatch(
  {data, shape}: ByteImages,
  indices: Uint32Array,
  {shift, mirror}: Augmentation,
  random: Random,
): Float32Array {
  const [, h, w] = shape;
  const batch = new Float32Array(indices.length * h * w).fill(-1);
  indices.forEach((index, i) => {
    const dx = random.integer(2 * shift + 1) - shift;
    const dy = random.integer(2 * shift + 1) - shift;
    const mirrored = mirror && random.integer(2) === 1;
    for (let y = Math.max(0, dy); y < Math.min(h, h + dy); y++)
      for (let x = Math.max(0, dx); x < Math.min(w, w + dx); x++) {
        const column = mirrored ? w - 1 - (x - dx) : x - dx;
        batch[(i * h + y) * w + x] = data[(index * h + y - dy) * w + column]! / 127.5 - 1;
      }
  });
  return batch;
}

/**
 * How much of its noise can be seen in a picture: two pictures of different classes, from the same noise, against two from different noises,
 *
 *     trace = mean of |x(a, n) - x(b, n)|  /  mean of |x(a, n) - x(b, m)|,   a ≠ b classes, n and m = n + 1 noises
 *
 * with Euclidean distances. 1 where the noise leaves nothing that classes share. Picture i is of class i modulo `classes`, from noise
 * i / classes rounded down.
 */
import {type ByteImages, imageSize} from "../../lib/image.js";

/** Of `images` [noises · classes, ...], from two noises at least. */
export function noiseTrace(images: ByteImages, classes: number): number {
  const noises = images.shape[0] / classes;
  if (!Number.isInteger(noises) || noises < 2)
    throw new RangeError(
      `invalid number of pictures: ${images.shape[0]} (a multiple of ${classes}, twice that at least)`,
    );
  return meanApart(images, classes, 0) / meanApart(images, classes, 1);
}

/** Mean distance of pictures of different classes whose noises are `by` apart. */
function meanApart({data, shape}: ByteImages, classes: number, by: number): number {
  const noises = shape[0] / classes;
  const size = imageSize(shape);
  let sum = 0;
  for (let noise = 0; noise < noises; noise++)
    for (let a = 0; a < classes; a++)
      for (let b = 0; b < classes; b++) {
        if (a === b) continue;
        const other = ((noise + by) % noises) * classes + b;
        sum += distance(data, (noise * classes + a) * size, other * size, size);
      }
  return sum / (noises * classes * (classes - 1));
}

function distance(data: Uint8Array, a: number, b: number, size: number): number {
  let sum = 0;
  for (let j = 0; j < size; j++) sum += (data[a + j]! - data[b + j]!) ** 2;
  return Math.sqrt(sum);
}

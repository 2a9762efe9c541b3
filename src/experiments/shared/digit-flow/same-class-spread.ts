/**
 * How varied pictures of one class are: the mean Euclidean distance, with pixels from 0 to 1, of two pictures of the same class that
 * follow each other. Picture i is of class i modulo the number of classes.
 */
import {type ByteImages, imageSize} from "../../../lib/image.js";

export function sameClassSpread({data, shape}: ByteImages, classes: number): number {
  const size = imageSize(shape);
  const pairs = shape[0] - classes;
  let sum = 0;
  for (let i = 0; i < pairs; i++) sum += distance(data, i * size, (i + classes) * size, size);
  return sum / pairs;
}

function distance(data: Uint8Array, a: number, b: number, size: number): number {
  let sum = 0;
  for (let j = 0; j < size; j++) sum += ((data[a + j]! - data[b + j]!) / 255) ** 2;
  return Math.sqrt(sum);
}

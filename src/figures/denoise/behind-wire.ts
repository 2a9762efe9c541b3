import type {ByteImages} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import type {Scene} from "./object-removal.js";

const side = 14;

/** `truth` [1, 14, 14, 1] behind a white wire from its left to its right edge, another one for each number. */
export function behindWire(truth: ByteImages, number: number): Scene {
  const random = new Random(number + 1);
  const [left, right] = [random.uniform(2, 11), random.uniform(2, 11)];
  const object = Array.from({length: side}, (_, x) => {
    const y = Math.floor(left + ((right - left) * x) / (side - 1));
    return side * y + x;
  });
  const data = truth.data.slice();
  for (const i of object) data[i] = 255;
  return {truth, seen: {data, shape: truth.shape}, object};
}

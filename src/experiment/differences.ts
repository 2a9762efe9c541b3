import type {ByteImages} from "../lib/image.js";

/** How far two pictures of the same shape are apart in each value, three times as bright. */
export function differences(a: ByteImages, b: ByteImages): ByteImages {
  const data = a.data.map((value, i) => Math.min(255, 3 * Math.abs(value - b.data[i]!)));
  return {data, shape: a.shape};
}

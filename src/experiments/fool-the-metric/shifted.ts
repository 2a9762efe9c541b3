import type {ByteImages} from "../../lib/image.js";

/** Each picture moved so many pixels to the right. What comes in is black. */
export function shifted({data, shape}: ByteImages, pixels: number): ByteImages {
  const [, , width, channels] = shape;
  const moved = new Uint8Array(data.length);
  const [row, gap] = [width * channels, pixels * channels];
  for (let start = 0; start < data.length; start += row)
    moved.set(data.subarray(start, start + row - gap), start + gap);
  return {data: moved, shape};
}

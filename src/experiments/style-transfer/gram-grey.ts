import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {gramPictures} from "./experiment.js";

type Grams = NdArray<Float32Array>;

/**
 * Gram matrices [n, c, c] as pictures [n, c, c, 1]: black is 0, white the largest number of the style’s or more. Roots are drawn, since a few numbers are much
 * larger than the others.
 */
export function gramsInGrey({data, shape}: Grams): ByteImages {
  const [n, c] = shape as [number, number, number];
  const most = Math.max(...matrixOf({data, shape}, gramPictures.indexOf("style")));
  const grey = (value: number) => (most > 0 ? Math.min(1, Math.sqrt(value / most)) : 0);
  return {
    data: Uint8Array.from(data, (value) => Math.round(255 * grey(Math.max(0, value)))),
    shape: [n, c, c, 1],
  };
}

/** |G - G_style|² / |G_style|² of matrix `index`: 0 is equal, 1 as far away as nothing. */
export function gramDistance(grams: Grams, index: number): number {
  const [now, style] = [index, gramPictures.indexOf("style")].map((i) => matrixOf(grams, i));
  let [apart, all] = [0, 0];
  for (const [i, wanted] of style!.entries()) {
    apart += (now![i]! - wanted) ** 2;
    all += wanted ** 2;
  }
  return all === 0 ? 0 : apart / all;
}

function matrixOf({data, shape}: Grams, index: number): Float32Array {
  const size = shape[1]! * shape[2]!;
  return data.subarray(index * size, (index + 1) * size);
}

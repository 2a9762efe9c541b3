/** Noise mixed into a picture, in strengths that a path has for each time. */
import {type ByteImages, toBytes, toFloats} from "../../lib/image.js";

/** How much of the picture and of the noise there is at a time from 0 to 1. */
export interface Strengths {
  readonly signal: number;
  readonly noise: number;
}

export type StrengthsAt = (t: number) => Strengths;

/** The picture mixed with the noise, of which it takes as much as it is long, in each of these strengths. */
export function mixtures(
  image: ByteImages,
  noise: Float32Array,
  strengths: readonly Strengths[],
): ByteImages {
  const {data, shape} = toFloats(image);
  const all = new Uint8Array(strengths.length * data.length);
  for (const [i, {signal, noise: amount}] of strengths.entries()) {
    const mixed = data.map((value, at) => signal * value + amount * noise[at]!);
    all.set(toBytes({data: mixed, shape}).data, i * data.length);
  }
  const [, h, w, c] = shape;
  return {data: all, shape: [strengths.length, h, w, c]};
}

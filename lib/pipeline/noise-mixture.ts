/**
 * A picture in noise, and batches of such pictures.
 *
 *     y = s x + (1 - s) n,   n ~ N(0, 1) for each pixel, cut to [-1, 1]
 *
 * In a batch the share s of each picture is drawn evenly from 1 - most to 1, anew whenever it is taken. Pictures are in [-1, 1].
 */
import {Random} from "../random.js";
import type {BatchSource} from "./batches.js";
import type {LabelledSamples} from "./labelled-batches.js";

/** `share` of the picture and the rest of the noise, as many numbers as either has. */
export function noiseMixture(
  picture: Float32Array,
  share: number,
  noise: ArrayLike<number>,
): Float32Array {
  return picture.map((value, i) =>
    Math.max(-1, Math.min(1, share * value + (1 - share) * noise[i]!)),
  );
}

/** The same batches in noise, of which a picture has at most `most`, from 0 to 1. */
export function noisyBatches(
  source: BatchSource<LabelledSamples>,
  most: number,
): BatchSource<LabelledSamples> {
  if (!(most >= 0 && most <= 1))
    throw new RangeError(`invalid share of noise: ${most} (a number from 0 to 1)`);
  if (most === 0) return source;
  return {
    ...source,
    next() {
      // As in labelledBatches: chance follows from the place, which is all that a checkpoint keeps.
      const {random, position} = source.state();
      const chance = Random.from(random).fork(`noise ${position}`);
      const {x, label} = source.next();
      return {x: {...x, data: inNoise(x.data, label.data.length, most, chance)}, label};
    },
  };
}

function inNoise(data: Float32Array, count: number, most: number, chance: Random): Float32Array {
  const mixed = new Float32Array(data.length);
  const size = data.length / count;
  for (let start = 0; start < data.length; start += size) {
    const share = 1 - most * chance.uniform();
    const picture = data.subarray(start, start + size);
    mixed.set(noiseMixture(picture, share, chance.normals(size)), start);
  }
  return mixed;
}

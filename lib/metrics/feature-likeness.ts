/**
 * Two scores of pairs by their features, both of the angle between them:
 *
 *     perceptual distance = |f/|f| - g/|g||² = 2 - 2 cos(f, g),   text score = cos(f, g)
 *
 * The first compares a picture with the one it should be, by features of a trained network (the idea of Zhang et al., 2018, section 3, with one layer and no
 * fitted weights). The second compares a picture with its prompt, in a space that both were put into (Hessel et al., 2021, eq. 1, without its factor);
 * then `real` has a vector of the prompt for each picture, and the floor is that of swapped prompts. A row of zeros has no angle.
 */
import type {FeatureSpace, Sample} from "./metric.js";
import {pairMetric} from "./pair-metric.js";

const scoreless = "have features that are all 0, and so no direction to compare";

export const perceptualDistance = pairMetric({
  scoreless,
  score(real, made, places, space) {
    const cosine = cosineOf(rowOf(real, places.real, space), rowOf(made, places.made, space));
    return cosine === undefined ? undefined : 2 - 2 * cosine;
  },
});

export const textScore = pairMetric({
  scoreless,
  score: (real, made, places, space) =>
    cosineOf(rowOf(real, places.real, space), rowOf(made, places.made, space)),
});

/** From -1 to 1; `undefined` where a row is zero. */
export function cosineOf(a: Float32Array, b: Float32Array): number | undefined {
  const length = Math.sqrt(dot(a, a) * dot(b, b));
  return length === 0 ? undefined : dot(a, b) / length;
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function rowOf({features}: Sample, place: number, {size}: FeatureSpace): Float32Array {
  return features.subarray(place * size, (place + 1) * size);
}

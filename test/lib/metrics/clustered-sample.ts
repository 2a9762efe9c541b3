import {exponential} from "../../../lib/exact-functions.js";
import type {FeatureSpace, Sample} from "../../../lib/metrics/metric.js";
import {Random} from "../../../lib/random.js";

export const widths = {size: 6, classes: 4} as const;
const side = 4;

/** `n` pictures of four kinds: six features around the kind's centre, the classifier's answer by how near each centre is, bytes made of the features. */
export function clusteredSample(seed: number, n: number, shift = 0, kinds = 4): Sample {
  const random = new Random(seed);
  const features = new Float32Array(n * widths.size);
  for (let i = 0; i < n; i++) {
    const kind = random.integer(kinds);
    for (let j = 0; j < widths.size; j++)
      features[i * widths.size + j] = (j === kind ? 3 : 0) + random.normal() + shift;
  }
  return sampleOf(features);
}

/** The sample with these features [n, 6]. */
export function sampleOf(features: Float32Array): Sample {
  const n = features.length / widths.size;
  const data = new Uint8Array(n * side * side);
  const probabilities = new Float32Array(n * widths.classes);
  for (let i = 0; i < n; i++) {
    const row = features.subarray(i * widths.size, (i + 1) * widths.size);
    for (let j = 0; j < side * side; j++)
      data[i * side * side + j] = Math.max(0, Math.min(255, 128 + 20 * row[j % widths.size]!));
    const powers = Array.from(row.subarray(0, widths.classes), exponential);
    const sum = powers.reduce((a, b) => a + b, 0);
    probabilities.set(
      powers.map((power) => power / sum),
      i * widths.classes,
    );
  }
  return {pictures: {data, shape: [n, side, side, 1]}, features, probabilities};
}

/** The space with `count` more real pictures of `seed`. */
export function clusteredSpace(seed: number, count: number, draws = 40): FeatureSpace {
  return {...widths, held: clusteredSample(seed, count), random: new Random(seed), draws};
}

/**
 * The cost of a held-out 4 under the decoder of the recorded run of `vae-digits`: nats that the decoder did not expect of it, -ln p(x | z),
 * at the fifteen codes of the plane's middle row. In between a cubic through two neighbours with their slopes (Hermite), beyond them a line.
 */
import type {Cost} from "../../lib/gradient-estimators.js";
import {normalPlace} from "../../lib/normal.js";

/** From the left of the plane to its right, with the second number 0. */
export const decoderNats: readonly number[] = [
  209.7, 195.3, 203.6, 216.0, 226.4, 229.4, 221.1, 209.5, 194.7, 175.6, 159.3, 152.4, 156.1, 165.4,
  198.9,
];

const places = decoderNats.map((_, i) => normalPlace((i + 0.5) / decoderNats.length));

/** Slopes at the places: between the two neighbours, or at an end to the only one. */
const slopes = places.map((_, i) => {
  const [before, after] = [Math.max(0, i - 1), Math.min(places.length - 1, i + 1)];
  return (decoderNats[after]! - decoderNats[before]!) / (places[after]! - places[before]!);
});

export const decoderCost: Cost = {f: (z) => at(z).value, slope: (z) => at(z).slope};

function at(z: number): {readonly value: number; readonly slope: number} {
  const last = places.length - 1;
  if (z <= places[0]!) return line(0, z);
  if (z >= places[last]!) return line(last, z);
  const i = places.findIndex((place) => place > z) - 1;
  return cubic(i, z);
}

function line(i: number, z: number) {
  return {value: decoderNats[i]! + slopes[i]! * (z - places[i]!), slope: slopes[i]!};
}

function cubic(i: number, z: number) {
  const width = places[i + 1]! - places[i]!;
  const t = (z - places[i]!) / width;
  const [a, b] = [decoderNats[i]!, decoderNats[i + 1]!];
  const [m, n] = [width * slopes[i]!, width * slopes[i + 1]!];
  const [c, d] = [3 * (b - a) - 2 * m - n, 2 * (a - b) + m + n];
  return {
    value: a + t * (m + t * (c + t * d)),
    slope: (m + t * (2 * c + t * 3 * d)) / width,
  };
}

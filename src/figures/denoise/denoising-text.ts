/** Words of the lanes from noise to pictures. */
import {formatCount} from "../../controls/format.js";
import {type ByteImages, imageSize} from "../../lib/image.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";
import type {LaneFrame} from "./denoising-run.js";

/** "t = 0.40". */
export function timeText(step: number, steps: number): string {
  return `t = ${(step / steps).toFixed(2)}`;
}

/** "0.132". */
export function distanceText(distance: number): string {
  return distance.toFixed(3);
}

/** "Each guess is a mean of about 312 training pictures." By the perplexity of their shares: as open a choice as among so many alike. */
export function sharedText(
  {x}: LaneFrame,
  t: number,
  shares: (x: Float32Array, t: number) => Float64Array,
): string {
  const counts = x.map((each) => perplexityOf(shares(each, t)));
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const many = mean < 9.95 ? mean.toFixed(1) : formatCount(mean);
  return `Each guess is a mean of about ${many} training pictures.`;
}

function perplexityOf(shares: Float64Array): number {
  let entropy = 0;
  for (const share of shares) if (share > 0) entropy -= share * Math.log(share);
  return Math.exp(entropy);
}

/** For the ear. */
export function laneSummary(name: string, {distances}: LaneFrame): string {
  return `${name}: distances from the nearest training picture ${distances.map(distanceText).join(", ")}`;
}

/** "This 3 is 0.163 away from the nearest picture that the network has learned from." On the way it says so of the guess. */
export function farnessText(distance: number, words: string, isDone: boolean): string {
  const what = isDone ? `This ${words} is` : `So far, what it expects of a ${words} is`;
  return `${what} ${distanceText(distance)} away from the nearest picture that the network has learned from. 0 would be a copy.`;
}

/** What real pictures that are not in the set score: the middle eight in ten. */
export function heldOutText(heldOut: ByteImages, training: ByteImages): string {
  const {low, high} = heldOutDistances(heldOut, training);
  const count = formatCount(heldOut.shape[0]);
  return `For comparison: of ${count} real pictures that are not among the ${formatCount(training.shape[0])} training pictures, eight in ten are between ${distanceText(low)} and ${distanceText(high)} away from the nearest one.`;
}

/** The distances of `heldOut` from their nearest training picture: those that a tenth is below, and above. */
export function heldOutDistances({data, shape}: ByteImages, training: ByteImages) {
  const size = imageSize(shape);
  const distances = Array.from(
    {length: shape[0]},
    (_, i) => nearestPicture(data.subarray(i * size, (i + 1) * size), training).distance,
  ).sort((a, b) => a - b);
  const at = (share: number) => distances[Math.round(share * (distances.length - 1))]!;
  return {low: at(0.1), high: at(0.9)};
}

/** The text score (lib/metrics/feature-likeness.ts) of a snapshot's pairs, and what is said of it. */
import {similarityText} from "../../figures/similarity/similarity-text.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {pairScore} from "../../lib/metrics/pair-metric.js";
import {Random} from "../../lib/random.js";

export interface TextScore {
  readonly value: number;
  /** Of 95 %. */
  readonly interval: Floor;
  /** What pairs of swapped captions score. */
  readonly swapped: Floor;
}

/** Draws for the interval and for that of swapped captions. */
const draws = 100;

/** Of pairs of a caption and its picture, by their similarities [n, n], which are cosines; undefined where a network has broken. */
export function textScoreOf(similarities: Float32Array, n: number): TextScore | undefined {
  if (!similarities.every(Number.isFinite)) return undefined;
  const {value, interval, floor} = pairScore(
    n,
    (caption, picture) => similarities[caption * n + picture],
    {scoreless: "have no similarity"},
    {draws, random: new Random(1)},
  );
  return {value, interval, swapped: floor};
}

/** "The mean of 50 pairs is 0.41, with an interval of 95 % from 0.38 to 0.44. …" */
export function scoreWords({value, interval, swapped}: TextScore, count: number): string {
  return (
    `The mean of ${count} pairs is ${similarityText(value)}, with an interval of 95 % from ${bandText(interval)}. ` +
    `Each picture with the caption of another one: ${bandText(swapped)}.`
  );
}

/** Pairs of real captions: the best and the worst of those in `similarities` [n, n], beside what their captions get with other pictures. */
export function exampleWords(similarities: Float32Array, captions: readonly string[]): string {
  const n = captions.length;
  const own = captions.map((_, i) => similarities[i * n + i]!);
  const words = (i: number) => {
    const row = similarities.subarray(i * n, (i + 1) * n);
    const others = (row.reduce((sum, value) => sum + value, 0) - own[i]!) / (n - 1);
    return `“${captions[i]}”, ${similarityText(own[i]!)} with its own picture and ${similarityText(others)} with others`;
  };
  const [best, worst] = [own.indexOf(Math.max(...own)), own.indexOf(Math.min(...own))];
  return `Best of the ${n} shown: ${words(best)}. Worst: ${words(worst)}.`;
}

function bandText({low, high}: Floor): string {
  return `${similarityText(low)} to ${similarityText(high)}`;
}

/** How well faces went over to others, in words. */
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import type {Share} from "../bars/share-text.js";

/** Of `pairs` of avatars, one wearing the other's face. */
export interface SwapCounts {
  readonly pairs: number;
  /** Whom a recogniser took them for, in a line-up of ten. */
  readonly takenFor: {readonly owner: number; readonly wearer: number; readonly stranger: number};
  /** By attribute, how many pairs differ in it, and in how many of these the made picture has it as the owner of the face has, or the wearer. */
  readonly byAttribute: readonly {
    readonly differ: number;
    readonly owner: number;
    readonly wearer: number;
  }[];
  /** In how many pairs the classifier was less sure of the made picture than of one that nobody swapped. */
  readonly lessSure: number;
}

/** With the interval of 95 %. */
export function countShare(count: number, of: number): Share {
  return {share: count / of, ...binomialInterval(count, of)};
}

/** Of guessing in a line-up of ten: owner, wearer, one of eight others. */
export const guessed: readonly Share[] = [0.1, 0.1, 0.8].map((share) => ({
  ...{share, low: share, high: share},
}));

/** "Of 100 made pictures the recogniser takes 88 for the owner of the face (80 to 94) …" */
export function swapText({pairs, takenFor, lessSure}: SwapCounts): string {
  return [
    `Of ${pairs} made pictures the recogniser takes ${spanOf(takenFor.owner, pairs)} for the owner of the face, ${spanOf(takenFor.wearer, pairs)} for the wearer, and the others for one of eight who have nothing to do with it.`,
    `Beside a picture that nobody swapped, the classifier is less sure of the made one in ${spanOf(lessSure, pairs)}.`,
  ].join(" ");
}

/** "88 of 100 (80 to 94 %)" */
function spanOf(count: number, of: number): string {
  const {low, high} = binomialInterval(count, of);
  return `${count} (${Math.round(100 * low)} to ${Math.round(100 * high)} %)`;
}

/** "long, 98 %": what the classifier sees of one attribute. */
export function seenText(options: readonly string[], probabilities: Float32Array): string {
  const most = probabilities.indexOf(Math.max(...probabilities));
  return `${options[most]}, ${Math.round(100 * probabilities[most]!)}\u00a0%`;
}

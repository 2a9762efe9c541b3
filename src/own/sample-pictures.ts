/** Drawings to try the desk with, for those who have no pictures at hand. They are made here and fetched from nowhere. */
import {type DrawnSign, drawSigns} from "../lib/datasets/drawn-signs.js";
import {type OwnPicture, ownPixels} from "../lib/datasets/own/own-set.js";
import type {Random} from "../lib/random.js";

const kinds = ["heart", "house"] as const satisfies readonly DrawnSign[];
export const samplesOfEach = 20;

/** Twenty hearts and twenty houses by an unsteady hand. */
export function samplePictures(random: Random): OwnPicture[] {
  return kinds.flatMap((label) => {
    const ink = drawSigns(label, samplesOfEach, random.fork(label));
    return Array.from({length: samplesOfEach}, (_, i) => ({
      pixels: Uint8Array.from(ink.subarray(i * ownPixels, (i + 1) * ownPixels), (value) =>
        Math.round(255 * value),
      ),
      label,
      name: `${label} ${i + 1}`,
    }));
  });
}

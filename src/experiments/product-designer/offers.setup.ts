/** What a shopper may choose among, round by round: the same for the same seed, whatever has been learned. */
import {type ByteImages, pick} from "../../lib/image.js";
import type {Random} from "../../lib/random.js";
import {mostClicks, offerCount} from "./designer-params.js";
import type {Garments} from "./garments.setup.js";

/** Of so many drawn for a round those are shown that differ most. */
const drawnCount = 12;

export interface Offer {
  /** [4, 28, 28, 1] */
  readonly images: ByteImages;
  /** φ of each. */
  readonly features: readonly Float64Array[];
}

export async function offersOf(garments: Garments, random: Random): Promise<readonly Offer[]> {
  const count = mostClicks * drawnCount;
  const made = await garments.of(random.normals(count * garments.codeSize));
  return Array.from({length: mostClicks}, (_, round) => {
    const all = Array.from({length: drawnCount}, (_, i) => round * drawnCount + i);
    const shown = farApart(all, (i) => made.features[i]!);
    return {images: pick(made.images, shown), features: shown.map((i) => made.features[i]!)};
  });
}

/** The first, then each time the one that is farthest from all that are taken. */
function farApart(all: readonly number[], of: (i: number) => Float64Array): readonly number[] {
  const shown = [all[0]!];
  while (shown.length < offerCount) {
    const gap = (i: number) => Math.min(...shown.map((j) => distance(of(i), of(j))));
    shown.push(all.reduce((best, i) => (gap(i) > gap(best) ? i : best)));
  }
  return shown;
}

function distance(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
}

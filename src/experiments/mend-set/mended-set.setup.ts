/** A set after three sieves, in their order: copies, what is out of focus, what its neighbours contradict. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {agreeing, apartFromEarlier, sharpnesses} from "../../lib/metrics/set-faults.js";
import {small} from "../shared/small-pictures.setup.js";

export interface Sieves {
  /** A picture nearer than this to an earlier one goes. */
  readonly apart: number;
  /** One less sharp goes. */
  readonly sharpness: number;
  /** One that fewer of its five neighbours agree with goes. */
  readonly agreeing: number;
}

/** Places that are kept, and those that each sieve took. */
export interface Mended {
  readonly kept: readonly number[];
  readonly taken: Readonly<Record<keyof Sieves, readonly number[]>>;
}

export function mended(set: ImageDataset, sieves: Sieves): Mended {
  const {images} = small(set); // distances at a quarter of the work
  const all = set.labels.length;
  const places = Array.from({length: all}, (_, i) => i);
  const apart = parted(
    places,
    sieves.apart > 0 ? apartFromEarlier(images, places) : [],
    sieves.apart,
  );
  const sharp = parted(apart.kept, sharpnesses(set.images, apart.kept), sieves.sharpness);
  const told =
    sieves.agreeing > 0
      ? parted(sharp.kept, agreeing(images, set.labels, sharp.kept), sieves.agreeing)
      : {kept: sharp.kept, taken: []};
  return {
    kept: told.kept,
    taken: {apart: apart.taken, sharpness: sharp.taken, agreeing: told.taken},
  };
}

/** By whether the number of each is at least `least`. */
function parted(places: readonly number[], numbers: readonly number[], least: number) {
  const isKept = (i: number) => (numbers[i] ?? Number.POSITIVE_INFINITY) >= least;
  return {
    kept: places.filter((_, i) => isKept(i)),
    taken: places.filter((_, i) => !isKept(i)),
  };
}

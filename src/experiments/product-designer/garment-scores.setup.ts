/** What is measured of the garments that a designer makes, none of it rewarded, with what real ones or the first generator get. */
import {type ByteImages, firstPictures, pick} from "../../lib/image.js";
import {halfSampleInterval} from "../../lib/metrics/bootstrap-interval.js";
import {type Floor, floorOf} from "../../lib/metrics/floor.js";
import {meanInterval} from "../../lib/metrics/mean-interval.js";
import {nearestDistances} from "../../lib/metrics/near-copies.js";
import {shareFloor} from "../../lib/metrics/share-floor.js";
import {Random} from "../../lib/random.js";
import {measuredCount} from "./designer-params.js";
import {kindCount} from "./garment-features.js";
import type {Garments, Made} from "./garments.setup.js";
import {meanOf} from "./mean-and-spread.js";
import type {Shopper} from "./shoppers.js";

/** Real ones that they are compared with, and real ones that bands are made of. */
const [comparedCount, heldCount] = [600, 240] as const;
const draws = 60;
/** Halves of the made ones that an interval is made of. */
const halfCount = 20;
/** Lighter than the mean of real ones by so many standard deviations counts as light: about one in ten is. */
const light = 1.2;

/** The measurement of `measuredCount` garments that noise gives; bands are made at once, and the same for any seed. */
export function garmentScores(
  garments: Garments,
  {train, test}: {readonly train: ByteImages; readonly test: ByteImages},
  shopper: Shopper | undefined,
  random: Random,
) {
  const real = firstPictures(train, comparedCount);
  const held = firstPictures(test, heldCount);
  const bands = bandsOf(held, nearestDistances(held, real), random);
  const halves = random.fork("halves").state();
  const wantedBand = shopper && wantedFloor(garments, shopper, random.fork("first"));
  return async (made: Made) => {
    const variety = varietyOf(made.images);
    const distances = nearestDistances(made.images, real);
    const {low, high} = meanInterval(distances);
    return {
      scalars: {
        ...{variety, nearest: meanOf(distances)},
        ...(shopper && {wanted: 100 * meanOf([...wantedIn(made, shopper)])}),
      },
      floors: {...bands, ...(shopper && {wanted: await wantedBand!})},
      intervals: {
        variety: halfSampleInterval(
          measuredCount,
          variety,
          (half) => varietyOf(pick(made.images, half)),
          halfCount,
          Random.from(halves),
        ),
        nearest: {low, high},
      },
      arrays: {},
    };
  };
}

function bandsOf(held: ByteImages, nearest: readonly number[], random: Random) {
  const sets = Array.from({length: draws}, () =>
    random.permutation(heldCount).subarray(0, measuredCount),
  );
  return {
    variety: floorOf(sets.map((chosen) => varietyOf(pick(held, chosen)))),
    nearest: floorOf(sets.map((chosen) => meanOf(Array.from(chosen, (i) => nearest[i]!)))),
  };
}

/** How often the generator makes what the shopper likes before anything is learned. */
async function wantedFloor(garments: Garments, shopper: Shopper, random: Random): Promise<Floor> {
  const made = await garments.of(random.normals(4 * measuredCount * garments.codeSize));
  const {low, high} = shareFloor(wantedIn(made, shopper), measuredCount, draws, random);
  return {low: 100 * low, high: 100 * high};
}

/** 1 for each garment that the shopper likes: one that is more likely than not of the kind, or light. */
function wantedIn({features}: Made, {feature}: Shopper): Uint8Array {
  const least = feature < kindCount ? 0.5 : light;
  return Uint8Array.from(features, (each) => Number(each[feature]! > least));
}

/** How far two of them are apart, with pixels from 0 to 1: the root of the mean square over pixels and pairs, which is √2 times the spread. */
function varietyOf({data, shape: [count]}: ByteImages): number {
  const size = data.length / count;
  let spread = 0;
  for (let pixel = 0; pixel < size; pixel++) {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < count; i++) {
      const value = data[i * size + pixel]! / 255;
      sum += value;
      squares += value * value;
    }
    spread += Math.max(0, squares - (sum * sum) / count) / (count - 1);
  }
  return Math.sqrt((2 * spread) / size);
}

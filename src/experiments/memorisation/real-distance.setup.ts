/** How far made pictures are from real ones that nothing was learned from, as the course's classifier sees them. */
import type {ByteImages} from "../../lib/image.js";
import {featureStatistics} from "../../lib/metrics/frechet-distance.js";
import {frechetFloor} from "../../lib/metrics/frechet-floor.js";
import {frechetWithInterval} from "../../lib/metrics/frechet-interval.js";
import {type Classifier, featureCount} from "../../lib/models/classifier.js";
import type {Random} from "../../lib/random.js";
import {classified} from "../shared/digit-flow/small-pictures.setup.js";
import {measuredCount} from "./learned-from.js";

/** Permutations whose parts make the floor. */
const splits = 4;

interface Real {
  readonly heldOut: ByteImages;
  /** Other real ones: the floor is what they score. */
  readonly others: ByteImages;
}

/** Real pictures are looked at once, when the first distance is asked for. */
export function realDistance(classifier: Classifier, {heldOut, others}: Real, random: Random) {
  const look = async () => {
    const seen = await classified(classifier, heldOut);
    const reference = featureStatistics(seen.features, featureCount);
    const {features} = await classified(classifier, others);
    const floor = frechetFloor(features, reference, measuredCount, splits, random.fork("floor"));
    return {reference, floor};
  };
  let looked: ReturnType<typeof look> | undefined;
  return async (made: ByteImages) => {
    looked ??= look();
    const {reference, floor} = await looked;
    const {features} = await classified(classifier, made);
    return {floor, ...frechetWithInterval(features, reference, random)};
  };
}
